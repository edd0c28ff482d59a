import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { readCalibration as endpoint } from '#lib/contract/insights.ts'
import { calibrationOf, calibrationTitle, type Said } from '#lib/domain/insights/calibration.ts'
import { may } from '#lib/domain/permissions.ts'
import { nextIsoWeek } from '#lib/kit/iso-week.ts'
import { isoWeek } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { type MilestoneRow, milestonesOf, todayOf } from './milestones.ts'

const USUAL_LAST = 6

/**
 * Of what DRIs said in the second week of milestones that are over, how much was completed in them: the latest update of each
 * issue until then. Of the group, or of what the reader said themselves, which no other person is shown.
 */
export async function readCalibration(
  ctx: Ctx,
  { last = USUAL_LAST, team, type, view }: Omit<InputOf<typeof endpoint>, 'group'>,
): Promise<OutputOf<typeof endpoint>> {
  const today = todayOf(ctx)
  const begun = (await milestonesOf(ctx))
    .filter(({ startOn }) => startOn !== null && startOn <= today)
    .slice(0, last)
  const rows = await saidIn(ctx, begun, {
    person: view === 'mine' ? (ctx.actor.id ?? '') : null,
    type: type ?? null,
    team: team ?? null,
  })
  const calibration = calibrationOf(rows)
  return {
    title: calibrationTitle(calibration),
    milestones: new Set(rows.map(({ milestone }) => milestone)).size,
    rows: calibration,
  }
}

type Narrowed = { person?: string | null; type?: string | null; team?: string | null }

/** What was said in the second week of these milestones, and what became of it. */
export async function saidIn(
  ctx: Ctx,
  milestones: readonly MilestoneRow[],
  { person = null, type = null, team = null }: Narrowed,
): Promise<(Said & { milestone: number })[]> {
  const weeks = milestones.map(({ startOn }) => nextIsoWeek(isoWeek(startOn ?? todayOf(ctx))))
  const { rows } = await ctx.db.query<Said & { milestone: number }>({
    name: 'calibration',
    text: `select u.confidence, o.outcome = 'completed' as shipped, o.milestone_id as milestone
      from unnest($2::int[], $3::text[]) as m (id, week)
        join milestone_outcomes o on o.group_id = $1 and o.milestone_id = m.id
        join issues i on i.group_id = o.group_id and i.number = o.issue_number and ($4 or not i.confidential)
        cross join lateral (select x.confidence, x.author_id from status_updates x where x.group_id = $1
          and x.issue_number = o.issue_number and x.milestone_id = o.milestone_id and x.week <= m.week
          order by x.week desc limit 1) u
      where ($5::text is null or u.author_id = $5) and ($6::text is null or o.work_type = $6)
        and ($7::text is null or o.team_id = (select t.id from functional_teams t where t.group_id = $1 and t.slug = $7))`,
    values: [
      ctx.group.id,
      milestones.map(({ id }) => Number(id)),
      weeks,
      may(ctx.actor, 'see.confidential'),
      person,
      type,
      team,
    ],
  })
  return rows
}
