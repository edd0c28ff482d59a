import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type * as contract from '#lib/contract/retrospectives.ts'
import type { EventData } from '#lib/domain/events.ts'
import type { ActionFacts } from '#lib/domain/events/retrospectives.ts'
import { type ActionState, whyNotAdd, whyNotChange, whyNotTurn } from '#lib/domain/retrospectives/actions.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { memberByHandle } from '../../queries/facts.ts'
import { todayOf } from '../../queries/milestones.ts'
import { actionById, type ActionRow } from '../../queries/retrospective-actions.ts'
import { retrospectiveNamed, retrospectiveRow, stage } from '../../queries/retrospectives.ts'
import { inTransaction } from '../../transaction.ts'
import { idOr } from '../ids.ts'
import { settleActionReminders } from './settle.ts'

type Changed = OutputOf<typeof contract.addAction>

/** Agreed on while the points are open, with an owner of the group and a day. */
export const addAction = (
  ctx: Ctx,
  { retrospective: month, text, owner, dueOn }: InputOf<typeof contract.addAction>,
): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'retrospective.write')
    const row = await retrospectiveNamed(ctx, month)
    const today = todayOf(ctx)
    insist(whyNotAdd({ stage: stage(row), text, dueOn, today, known: row.actions }))
    const { id, name } = await memberByHandle(ctx, owner)
    const facts = { text: text.trim(), owner: { id, name }, dueOn }
    return insertAction(ctx, month, facts)
  })

/** @param id of an action that comes back as what it was */
async function insertAction(
  ctx: Ctx,
  month: string,
  facts: ActionFacts,
  id: number | null = null,
): Promise<Changed> {
  const { rows } = await ctx.db.query<{ id: number }>({
    name: 'insert-retrospective-action',
    text: `insert into retrospective_actions (group_id, id, month, text, owner_id, due_on, created_at)
      values ($1, ${idOr('retrospective_actions', '$2')}, $3, $4, $5, $6, $7) returning id`,
    values: [ctx.group.id, id, month, facts.text, facts.owner.id, facts.dueOn, ctx.now],
  })
  const action = rows[0]?.id ?? 0
  const data = { id: month, action, ...facts }
  return { month, action, event: await record(ctx, { type: 'retrospective.action_added', data }) }
}

/** What undoing that comes to. */
export async function removeAction(
  ctx: Ctx,
  { id: month, action, text, owner, dueOn }: EventData<'retrospective.action_added'>,
): Promise<number> {
  authorise(ctx, 'retrospective.write')
  await actionById(ctx, month, action)
  const { closedAt } = await retrospectiveRow(ctx, month)
  if (closedAt !== null)
    insist({ code: 'closed', because: 'The retrospective is closed. Drop the action instead.' })
  await ctx.db.query({
    name: 'remove-retrospective-action',
    text: 'delete from retrospective_actions where group_id = $1 and id = $2',
    values: [ctx.group.id, action],
  })
  const data = { id: month, action, text, owner, dueOn }
  return record(ctx, { type: 'retrospective.action_removed', data })
}

/** And undoing that. */
export async function restoreAction(
  ctx: Ctx,
  { id: month, action, text, owner, dueOn }: EventData<'retrospective.action_removed'>,
): Promise<number> {
  authorise(ctx, 'retrospective.write')
  if ((await retrospectiveRow(ctx, month)).begunAt === null)
    throw new Failure('conflict', 'Its retrospective was removed since then.', { rule: 'removed' })
  return (await insertAction(ctx, month, { text, owner, dueOn }, action)).event
}

/** Anyone of the group keeps an action up to date, in whichever retrospective it stands by now. */
export const editAction = (
  ctx: Ctx,
  { retrospective: month, action: id, state, ...asked }: InputOf<typeof contract.editAction>,
): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'retrospective.write')
    await retrospectiveNamed(ctx, month)
    const row = await actionById(ctx, month, id)
    const owner = asked.owner === undefined ? row.owner : await memberByHandle(ctx, asked.owner)
    const to = {
      text: asked.text?.trim() ?? row.text,
      owner: { id: owner.id, name: owner.name },
      dueOn: asked.dueOn ?? row.dueOn,
    }
    const isEdit = asked.text !== undefined || asked.owner !== undefined || asked.dueOn !== undefined
    if (!isEdit && state === undefined)
      throw new Failure('invalid', 'Say what to change: text, owner, dueOn or state.')
    const changed = isEdit ? await changeAction(ctx, row, to) : 0
    const turned = state === undefined ? 0 : await turnAction(ctx, row, state)
    return { month, action: id, event: changed || turned }
  })

/** Also what undoing a change comes to. */
export async function changeAction(ctx: Ctx, row: ActionRow, to: ActionFacts): Promise<number> {
  authorise(ctx, 'retrospective.write')
  const from = factsOf(row)
  const dueOn = { from: from.dueOn, to: to.dueOn }
  insist(whyNotChange({ state: row.state, text: to.text, dueOn, today: todayOf(ctx) }))
  const changed = [
    ...(from.text === to.text ? [] : ['text']),
    ...(from.owner.id === to.owner.id ? [] : ['owner']),
    ...(from.dueOn === to.dueOn ? [] : ['due day']),
  ]
  insist(changed.length === 0 ? { code: 'same', because: 'The action says this already.' } : null)
  await ctx.db.query({
    name: 'change-retrospective-action',
    text: `update retrospective_actions set text = $3, owner_id = $4, due_on = $5 where group_id = $1 and id = $2`,
    values: [ctx.group.id, row.id, to.text, to.owner.id, to.dueOn],
  })
  await settleActionReminders(ctx, row)
  const data = { id: row.month, action: row.id, owner: to.owner, changed, from, to }
  return record(ctx, { type: 'retrospective.action_changed', data })
}

const factsOf = ({ text, owner: { id, name }, dueOn }: ActionRow): ActionFacts => ({
  text,
  owner: { id, name },
  dueOn,
})

/** Done, dropped, or open again; also what undoing that comes to. */
export async function turnAction(ctx: Ctx, row: ActionRow, to: ActionState): Promise<number> {
  authorise(ctx, 'retrospective.write')
  const now = await actionById(ctx, row.month, row.id)
  insist(whyNotTurn(now.state, to))
  await ctx.db.query({
    name: 'turn-retrospective-action',
    text: `update retrospective_actions set state = $3, ended_at = $4, ended_by_id = $5
      where group_id = $1 and id = $2`,
    values: [ctx.group.id, row.id, to, to === 'open' ? null : ctx.now, to === 'open' ? null : ctx.actor.id],
  })
  if (to !== 'open') await settleActionReminders(ctx, now)
  const { text, owner } = factsOf(now)
  const data = { id: row.month, action: row.id, text, owner, from: now.state, to }
  return record(ctx, { type: 'retrospective.action_turned', data })
}
