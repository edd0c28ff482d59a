import type { InputOf } from '#lib/contract/endpoint.ts'
import type { noteStep as note, setSteps as set } from '#lib/contract/plan-steps.ts'
import type { StepData } from '#lib/domain/events/plan.ts'
import { type StepKey, USUAL_SETTINGS } from '#lib/domain/plan/steps.ts'
import { Failure } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { lastEvent } from '../../queries/events.ts'
import { ownSteps } from '../../queries/plan-steps.ts'
import { inTransaction } from '../../transaction.ts'
import { plannedMilestone } from './planned.ts'

type StepChange = { key: StepKey; from: StepData | null; to: StepData | null }

/** Steps that are left out stay as they are. What is set to what is usual is kept as such. */
export const setSteps = (ctx: Ctx, { steps }: Pick<InputOf<typeof set>, 'steps'>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'planning.steps')
    const wanted = steps.map(({ key, dueBefore, owner }) => {
      const usual = USUAL_SETTINGS.find((one) => one.key === key)
      const isUsual = usual?.dueBefore === dueBefore && usual.owner === owner
      return { key, to: isUsual ? null : { dueBefore, owner } }
    })
    return { event: await writeSteps(ctx, wanted) }
  })

/** Also what taking a change back comes to. */
export async function writeSteps(
  ctx: Ctx,
  wanted: readonly Pick<StepChange, 'key' | 'to'>[],
): Promise<number> {
  const own = new Map((await ownSteps(ctx)).map(({ key, dueBefore, owner }) => [key, { dueBefore, owner }]))
  const changes = wanted.flatMap(({ key, to }): StepChange[] => {
    const from = own.get(key) ?? null
    return isSame(from, to) ? [] : [{ key, from, to }]
  })
  if (changes.length === 0) return lastEvent(ctx)
  for (const { key, to } of changes) {
    if (to === null) {
      await ctx.db.query('delete from plan_steps where group_id = $1 and step = $2', [ctx.group.id, key])
    } else {
      await ctx.db.query(
        `insert into plan_steps (group_id, step, due_before, owner) values ($1, $2, $3, $4)
          on conflict (group_id, step) do update set due_before = $3, owner = $4`,
        [ctx.group.id, key, to.dueBefore, to.owner],
      )
    }
  }
  return record(ctx, { type: 'plan_step.set', data: { steps: changes } })
}

const isSame = (a: StepData | null, b: StepData | null): boolean =>
  a?.dueBefore === b?.dueBefore && a?.owner === b?.owner

/** The note of a step, by which others see how it stands when its owner is on leave. */
export const noteStep = (
  ctx: Ctx,
  {
    milestone: slug,
    step,
    body,
    was,
    sample = false,
  }: Omit<InputOf<typeof note>, 'group'> & { sample?: boolean },
) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'planning.steps')
    const { id, title } = await plannedMilestone(ctx, slug)
    const to = body.trim()
    const key = [ctx.group.id, Number(id), step]
    const { rows } = await ctx.db.query<{ body: string }>(
      'select body from plan_notes where group_id = $1 and milestone_id = $2 and step = $3',
      key,
    )
    const from = rows[0]?.body ?? ''
    if (was !== undefined && was.trim() !== from) {
      const because = 'The note changed since you read it. Check the change and try again.'
      throw new Failure('conflict', because, { rule: 'stale', note: from })
    }
    if (from === to) return { event: await lastEvent(ctx) }
    if (to === '') {
      await ctx.db.query(
        'delete from plan_notes where group_id = $1 and milestone_id = $2 and step = $3',
        key,
      )
    } else {
      await ctx.db.query(
        `insert into plan_notes (group_id, milestone_id, step, body, by_id, at, sample) values ($1, $2, $3, $4, $5, $6, $7)
          on conflict (group_id, milestone_id, step) do update set body = $4, by_id = $5, at = $6, sample = $7`,
        [...key, to, ctx.actor.id, ctx.now, sample],
      )
    }
    const data = { milestone: { id, title }, step, from, to }
    return { event: await record(ctx, { type: 'plan.noted', data }) }
  })
