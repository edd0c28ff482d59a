import type { InputOf } from '#lib/contract/endpoint.ts'
import type {
  freezePlanning as freezing,
  unfreezePlanning as unfreezing,
} from '#lib/contract/planning-issue.ts'
import type { FreezeData } from '#lib/domain/events/planning-issue.ts'
import { whyNotFreeze, whyNotUnfreeze } from '#lib/domain/planning-issue/rules.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { milestonesOf } from '../../queries/milestones.ts'
import { liveBlocks, type PlanningBox, planningBox } from '../../queries/planning-blocks.ts'
import { planningIn, planningRef } from '../../queries/planning-issue.ts'
import { inTransaction } from '../../transaction.ts'

/** Keeps the data blocks as they are now: who reads the planning issue later sees what was planned then. */
export const freezePlanning = (ctx: Ctx, { milestone }: InputOf<typeof freezing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'planning.issue')
    const { box, planning } = await planningIn(ctx, milestone)
    insist(whyNotFreeze({ title: box.title, frozen: planning.frozen !== null }))
    return { ref: planning.ref, event: await freezeNow(ctx, box, planning.ref) }
  })

/**
 * The same with the closing of its milestone, in the transaction of that. Returns the number of the event; null where
 * there is no planning issue, and where it is frozen already.
 * @param milestone its id
 */
export async function freezePlanningIssue(ctx: Ctx, milestone: number): Promise<number | null> {
  const [found, known] = await Promise.all([
    milestonesOf(ctx).then((all) => all.find(({ id }) => Number(id) === milestone)),
    planningRef(ctx, milestone),
  ])
  if (!found || !known || known.frozen) return null
  return freezeNow(ctx, await planningBox(ctx, found.slug), known.ref)
}

async function freezeNow(ctx: Ctx, box: PlanningBox, ref: number): Promise<number> {
  const blocks = await liveBlocks(ctx, box, { seesAll: true })
  const { id, name } = ctx.actor
  const by = id === null ? null : { id, name }
  const freeze = { at: ctx.now.toISOString(), by, blocks }
  return writeFreeze(ctx, ref, box, freeze)
}

type Named = { id: string; title: string }

export async function writeFreeze(
  ctx: Ctx,
  ref: number,
  { id, title }: Named,
  freeze: FreezeData,
): Promise<number> {
  await ctx.db.query(
    'insert into planning_freezes (group_id, milestone_id, at, by_id, blocks) values ($1, $2, $3, $4, $5)',
    [ctx.group.id, Number(id), freeze.at, freeze.by?.id ?? null, JSON.stringify(freeze.blocks)],
  )
  return record(ctx, {
    type: 'planning_issue.frozen',
    issue: ref,
    data: { milestone: { id, title }, ...freeze },
  })
}

/** Live again; what was frozen stays in the ledger. */
export const unfreezePlanning = (ctx: Ctx, { milestone }: InputOf<typeof unfreezing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'planning.issue')
    const { box, planning } = await planningIn(ctx, milestone)
    const { title, closedAt } = box
    insist(whyNotUnfreeze({ title, frozen: planning.frozen !== null, closed: closedAt !== null }))
    return { ref: planning.ref, event: await takeFreeze(ctx, planning.ref, box) }
  })

type Freeze = Omit<FreezeData, 'at'> & { at: Date }

/** @throws not_found where nothing is frozen */
export async function takeFreeze(ctx: Ctx, ref: number, { id, title }: Named): Promise<number> {
  const { rows } = await ctx.db.query<Freeze>(
    `delete from planning_freezes where group_id = $1 and milestone_id = $2
      returning at, blocks, (select jsonb_build_object('id', p.id, 'name', p.name) from people p where p.id = by_id) as by`,
    [ctx.group.id, Number(id)],
  )
  const [freeze] = rows
  if (!freeze) throw notFound(`What was frozen of ${title}`)
  const data = { milestone: { id, title }, ...freeze, at: freeze.at.toISOString() }
  return record(ctx, { type: 'planning_issue.unfrozen', issue: ref, data })
}
