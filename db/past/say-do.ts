import type { InputOf } from '#lib/contract/endpoint.ts'
import type { listSayDo as series, MilestoneSayDo, SayDoSeries } from '#lib/contract/say-do.ts'
import type { Ctx } from '../context.ts'
import { keptUntilChange } from '../queries/kept.ts'
import { boxOf, readSayDo } from '../queries/say-do.ts'
import { listSayDo, milestonesTold } from '../queries/say-do-series.ts'
import { asOf } from './as-of.ts'
import type { Some } from './changed.ts'
import { momentIn } from './moment.ts'

/** Say/Do of a milestone as it was; its issues alone are told anew. */
export async function pastSayDo(
  ctx: Ctx,
  { milestone, at }: { milestone: string; at: string },
): Promise<MilestoneSayDo> {
  const moment = await momentIn(ctx, at)
  const issues = async (past: Ctx) => everIn(past, [(await boxOf(past, milestone)).box])
  const answer = await asOf(ctx, moment, { issues, texts: false }, (past) => readSayDo(past, { milestone }))
  return { ...answer, at: moment.toISOString() }
}

/** Say/Do of the last milestones as it was known then: one that was not over by then runs. */
export async function pastSeries(
  ctx: Ctx,
  { at, ...input }: Omit<InputOf<typeof series>, 'group' | 'at'> & { at: string },
): Promise<SayDoSeries> {
  const moment = await momentIn(ctx, at)
  const issues = async (past: Ctx) => {
    const { over, running } = await milestonesTold(past, input)
    return everIn(past, [...over, ...running])
  }
  const answer = await asOf(ctx, moment, { issues, texts: false }, (past) => listSayDo(past, input))
  return { ...answer, at: moment.toISOString() }
}

/** Read once after each change, as those of now. */
export const keptPastSayDo = keptUntilChange(pastSayDo)
export const keptPastSeries = keptUntilChange(pastSeries)

/** The issues that ever were on the Build Board of these milestones by then, also where they were elsewhere again. */
async function everIn({ db, group }: Ctx, milestones: readonly { id: string }[]): Promise<Some> {
  const { rows } = await db.query<{ ref: number }>({
    name: 'past-ever-in',
    text: `select s.issue_number as ref from build_spans s where s.group_id = $1 and s.milestone_id = any($2::int[])
      union select o.issue_number from milestone_outcomes o where o.group_id = $1 and o.milestone_id = any($2::int[])`,
    values: [group.id, milestones.map(({ id }) => Number(id))],
  })
  return { refs: rows.map(({ ref }) => ref) }
}
