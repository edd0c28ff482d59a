import type { PersonRef } from '#lib/domain/event-refs.ts'
import type { TimeOffDays } from '#lib/domain/time-off.ts'
import { asksForDriCover, isInDuty, type Uncovered } from '#lib/domain/uncovered.ts'
import { isActive, type State } from '#lib/domain/workflow.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { WORKFLOW } from './issue-sql.ts'

/** What days of a person leave without cover: their triage duty, and active work that they drive in milestones of these days. */
export async function uncoveredBy(
  ctx: Ctx,
  { id }: PersonRef,
  days: Pick<TimeOffDays, 'fromOn' | 'toOn'>,
): Promise<Uncovered> {
  const { fromOn, toOn } = days
  const { rows: duties } = await ctx.db.query<Uncovered['duties'][number]>({
    name: 'duties-uncovered',
    text: `select jsonb_build_object('id', t.id::text, 'name', t.name) as team, d.week_on as "weekOn"
      from triage_duties d join functional_teams t on t.group_id = d.group_id and t.id = d.team_id
      where d.group_id = $1 and d.person_id = $2 and d.week_on between $3 and $4 order by d.week_on, t.position`,
    values: [ctx.group.id, id, addDays(fromOn, -6), toOn],
  })
  const { rows: driven } = asksForDriCover(days)
    ? await ctx.db.query<{ state: State | 'none' }>({
        name: 'work-uncovered',
        text: `select ${WORKFLOW} as state from issues i join milestones m on m.group_id = i.group_id and m.id = i.milestone_id
          where i.group_id = $1 and i.dri_id = $2 and i.kind = 'issue' and i.state = 'open'
            and m.closed_at is null and m.start_on <= $4 and m.due_on >= $3`,
        values: [ctx.group.id, id, fromOn, toOn],
      })
    : { rows: [] }
  return {
    duties: duties.filter(({ weekOn }) => isInDuty(days, weekOn)),
    driving: driven.filter(({ state }) => state !== 'none' && isActive(state)).length,
  }
}
