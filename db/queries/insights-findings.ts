import type { Insights } from '#lib/contract/insights.ts'
import { FINDING_NAMES, type FindingName, findingTitle } from '#lib/domain/findings.ts'
import { findingsTitle } from '#lib/domain/insights/titles.ts'
import { may } from '#lib/domain/permissions.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'

type Counted = { finding: FindingName; weekOn: PlainDate; issues: number; countedAt: Date | null }

/** Week by week, from the first Monday in these days on, how many issues each finding had: of those the reader may see. */
export async function findingsSince(ctx: Ctx, from: PlainDate): Promise<Insights['findings']> {
  const { rows } = await ctx.db.query<Counted>({
    name: 'insights-findings',
    text: `select r.finding, r.week_on as "weekOn", case when $3 then r.issues else r.issues - r.confidential end as issues,
        e.at as "countedAt"
      from report_counts r
      left join events e on e.group_id = r.group_id and e.subject_kind = 'group' and e.subject_key = r.group_id::text
        and e.type = 'report.counted' and e.data->>'weekOn' = r.week_on::text
      where r.group_id = $1 and r.week_on >= $2 order by r.week_on`,
    values: [ctx.group.id, from, may(ctx.actor, 'see.confidential')],
  })
  const byWeek = Map.groupBy(rows, ({ weekOn }) => weekOn)
  const weeks = [...byWeek].map(([weekOn, counted]) => ({
    weekOn,
    countedAt: counted[0]?.countedAt?.toISOString() ?? null,
    findings: counted.reduce((sum, { issues }) => sum + issues, 0),
  }))
  const found = new Set(rows.filter(({ issues }) => issues > 0).map(({ finding }) => finding))
  return {
    title: findingsTitle(weeks),
    weeks,
    rows: FINDING_NAMES.filter((name) => found.has(name)).map((name) => ({
      name,
      title: findingTitle(name),
      issues: weeks.map(
        ({ weekOn }) => byWeek.get(weekOn)?.find(({ finding }) => finding === name)?.issues ?? null,
      ),
    })),
  }
}
