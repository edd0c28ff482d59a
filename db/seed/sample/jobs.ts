import { mondayOf } from '#lib/domain/turns.ts'
import { addDays, type PlainDate } from '#lib/kit/plain-date.ts'
import { THE_CLOCK } from '../../context.ts'
import type { Job } from '../../jobs/job.ts'
import { refinement } from '../../jobs/refinement.ts'
import { reportCounts } from '../../jobs/report-counts.ts'
import { groupsWithTurns, runOnce } from '../../jobs/run.ts'
import type { Act, Setting } from './timeline.ts'

const WEEKS = 8

/** What the clock did by itself: it counted the triage report each Monday, and made the newest refinement issue. */
export function jobActs({ now }: Setting): Act[] {
  const monday = mondayOf(now.toISOString().slice(0, 10))
  const mondays = Array.from({ length: WEEKS }, (_, ago) => addDays(monday, -7 * ago))
  const made = mondays.map((weekOn) => actOf(refinement, weekOn, '09:00'))
  return [
    ...mondays.map((weekOn) => actOf(reportCounts, weekOn, '05:00')).filter(({ at }) => at < now),
    ...made.filter(({ at }) => at < now).slice(0, 1),
  ]
}

/** A little after its turn; who is named lends no more than a place among the acts. */
const actOf = (job: Job, weekOn: PlainDate, time: string): Act => ({
  at: new Date(`${weekOn}T${time}:30Z`),
  by: 'mohamed',
  run: (ctx) => runOnce(job, { ...ctx, actor: THE_CLOCK }, weekOn),
})

/** Of a job that looks for what is due: all that it owes at an instant. */
export const allOwed = (job: Job, at: Date): Act => ({
  at,
  by: 'mohamed',
  run: async (ctx) => {
    const clock = { ...ctx, actor: THE_CLOCK }
    const [group] = await groupsWithTurns(ctx.db)
    for (const period of group ? await job.owed(clock, group.turns) : []) await runOnce(job, clock, period)
  },
})
