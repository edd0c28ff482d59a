import { FINDING_NAMES } from '#lib/domain/findings.ts'
import { cronOf, weekOwed } from '#lib/domain/turns.ts'
import type { Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { countFindings } from '../queries/issue-report.ts'
import { type Job, oneOrNone, wallOf } from './job.ts'

/** Before anybody begins the week. */
const MONDAY_MORNING = { day: 1, hour: 5 }

/** Keeps how many issues each finding of the triage report has when a week begins, so that the report can show a trend. */
export const reportCounts: Job = {
  name: 'report-counts',
  cron: () => cronOf(MONDAY_MORNING),
  owed: async (ctx) => oneOrNone(weekOwed(MONDAY_MORNING, wallOf(ctx))),
  run: async (ctx, weekOn) => {
    const [all, shown] = [await totals(ctx), await totals({ ...ctx, actor: WITHOUT_SIGHT })]
    const counts = FINDING_NAMES.map((finding) => {
      const issues = all.get(finding) ?? 0
      return { finding, issues, confidential: issues - (shown.get(finding) ?? 0) }
    })
    await ctx.db.query(
      `insert into report_counts (group_id, week_on, finding, issues, confidential, sample)
        select $1, $2, counted.finding, counted.issues, counted.confidential,
          exists (select from issues where group_id = $1 and sample)
        from unnest($3::text[], $4::int[], $5::int[]) as counted (finding, issues, confidential)`,
      [
        ctx.group.id,
        weekOn,
        counts.map(({ finding }) => finding),
        counts.map(({ issues }) => issues),
        counts.map(({ confidential }) => confidential),
      ],
    )
    await record(ctx, { type: 'report.counted', data: { weekOn, counts } })
  },
}

/** Sees what each reader of the group sees. */
const WITHOUT_SIGHT: Ctx['actor'] = { id: null, handle: '', name: '', roles: ['stakeholder'], admin: false }

async function totals(ctx: Ctx): Promise<ReadonlyMap<string, number>> {
  const { findings } = await countFindings(ctx)
  return new Map(findings.map(({ name, total }) => [name, total]))
}
