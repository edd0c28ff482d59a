import { calibrationOf } from '#lib/domain/insights/calibration.ts'
import { medianWait } from '#lib/domain/hands.ts'
import type { CadenceFact, MilestoneFacts, RetrospectiveFacts } from '#lib/domain/retrospectives/facts.ts'
import { daysOfMonth, endedIn, type Month } from '#lib/domain/retrospectives/months.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import { startOfDay } from '#lib/kit/zone.ts'
import { type Ctx, THE_CLOCK } from '../context.ts'
import { cadenceHealth } from './cadence.ts'
import { saidIn } from './calibration.ts'
import { milestonesOf, type MilestoneRow, todayOf } from './milestones.ts'
import { listOutcomes } from './outcomes.ts'

/**
 * What happened in a month, as far as it is over: of the whole group, the same for each reader. What a reader may not see is left out where it
 * is shown, so that what is kept when it is closed is the same for all.
 */
export async function retrospectiveTable(reader: Ctx, month: Month): Promise<RetrospectiveFacts> {
  const ctx: Ctx = { ...reader, actor: THE_CLOCK }
  const covered = endedIn(month, await milestonesOf(ctx))
  const over = covered.filter(({ dueOn }) => (dueOn ?? '') < todayOf(ctx))
  const span = spanOf(ctx, month)
  const [milestones, pushBacks, said, help, cadence] = await Promise.all([
    Promise.all(covered.map((one) => milestoneOf(ctx, one))),
    pushBacksIn(ctx, span),
    saidIn(ctx, over, {}),
    helpIn(ctx, span),
    cadenceIn(ctx, month),
  ])
  return { milestones, pushBacks, calibration: calibrationOf(said), help, cadence }
}

type Span = { from: Date; until: Date }

/** The instants of a month on the calendar of the group; the end is exclusive. */
function spanOf({ group }: Ctx, month: Month): Span {
  const { from, to } = daysOfMonth(month)
  return { from: startOfDay(group.zone, from), until: startOfDay(group.zone, addDays(to, 1)) }
}

async function milestoneOf(ctx: Ctx, milestone: MilestoneRow): Promise<MilestoneFacts> {
  const { slug, title, dueOn } = milestone
  const { items, frozenAt } = await listOutcomes(ctx, { milestone: slug })
  const of = (outcome: string) => items.filter((one) => one.outcome === outcome)
  const work = ({ ref, title, weight }: (typeof items)[number]) => ({ ref, title, weight })
  return {
    slug,
    title,
    dueOn: dueOn ?? '',
    settled: frozenAt !== null,
    assigned: items.length,
    completed: of('completed').length,
    reprioritised: of('reprioritised').length,
    shipped: of('completed').map(work),
    slipped: of('slipped').map((one) => ({
      ...work(one),
      reason: one.reason,
      text: one.text,
      destination: one.destination?.title ?? null,
    })),
    notShown: 0,
  }
}

async function pushBacksIn(ctx: Ctx, { from, until }: Span): Promise<RetrospectiveFacts['pushBacks']> {
  const { rows } = await ctx.db.query<RetrospectiveFacts['pushBacks'][number]>({
    name: 'push-backs-decided-in',
    text: `select b.id, b.subject_kind as kind, coalesce(m.slug, b.subject_key) as key,
        coalesce(i.title, e.title, m.title) as title, b.state, b.reason
      from push_backs b
      left join issues i on i.group_id = b.group_id and i.number = b.issue_number
      left join epics e on e.group_id = b.group_id and e.number = b.epic_number
      left join milestones m on m.group_id = b.group_id and m.id = b.milestone_id
      where b.group_id = $1 and b.decided_at >= $2 and b.decided_at < $3 order by b.decided_at, b.id limit 50`,
    values: [ctx.group.id, from, until],
  })
  return rows
}

/** Half of the hands of the month found help in so many minutes: of the group, never of a person. */
async function helpIn(ctx: Ctx, { from, until }: Span): Promise<RetrospectiveFacts['help']> {
  const { rows } = await ctx.db.query<{ minutes: number | null }>({
    name: 'hands-raised-in',
    text: `select (extract(epoch from helped_at - raised_at) / 60)::float8 as minutes
      from hands where group_id = $1 and raised_at >= $2 and raised_at < $3`,
    values: [ctx.group.id, from, until],
  })
  const waits = rows.flatMap(({ minutes }) => (minutes === null ? [] : [minutes]))
  return { raised: rows.length, helped: waits.length, medianMinutes: medianWait(waits) }
}

/**
 * How often each activity of the group's rhythm happened, of the times at which it was due by now. A retrospective is not asked of
 * itself: that of the month is closed after it was written.
 */
async function cadenceIn(ctx: Ctx, month: Month): Promise<CadenceFact[]> {
  const { from, to } = daysOfMonth(month)
  const kept = await cadenceHealth(ctx, from, to)
  return kept
    .filter(({ kind }) => kind !== 'retrospective')
    .map(({ name, regularity: { happened, skipped, missed } }) => ({
      activity: name,
      happened,
      expected: happened + skipped + missed,
    }))
}
