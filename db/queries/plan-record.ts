import type { PlanStep } from '#lib/contract/plan.ts'
import { REACH } from '#lib/domain/plan/due-days.ts'
import type { Mix } from '#lib/domain/plan/mix.ts'
import type { StepKey } from '#lib/domain/plan/steps.ts'
import { may } from '#lib/domain/permissions.ts'
import { addDays, type PlainDate } from '#lib/kit/plain-date.ts'
import { publicHolidays } from '../calendar/holidays.ts'
import type { Ctx } from '../context.ts'
import { MIX } from './groups.ts'
import { daysOffOf, placeOf } from './working-times.ts'

type Note = NonNullable<PlanStep['note']>

/** The notes of a milestone, by step. */
export async function planNotesOf(ctx: Ctx, milestone: string): Promise<Map<StepKey, Note>> {
  const { rows } = await ctx.db.query<{ step: StepKey; note: Note }>({
    name: 'plan-notes',
    text: `select n.step, jsonb_build_object('body', n.body, 'by', p.handle, 'byName', coalesce(p.name, 'The clock'),
        'at', to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as note
      from plan_notes n left join people p on p.id = n.by_id where n.group_id = $1 and n.milestone_id = $2`,
    values: [ctx.group.id, Number(milestone)],
  })
  return new Map(rows.map(({ step, note }) => [step, note]))
}

type Besides = {
  /** The planning issue of the milestone; `ref` null where the reader may not see it. */
  planningIssue: { ref: number | null } | null
  postedAt: string | null
  /** Mondays of the weeks in which refinement was seen to. */
  refined: PlainDate[]
}

/** What is known of planning beside the work: the same for every reader, but for the number of an issue they may not see. */
export async function planBesides(ctx: Ctx, milestone: string, since: PlainDate): Promise<Besides> {
  const { rows } = await ctx.db.query<
    Omit<Besides, 'planningIssue'> & { ref: number | null; hidden: boolean | null }
  >({
    name: 'plan-besides',
    text: `select p.ref, p.hidden,
        (select to_char(max(c.created_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
          from planning_posts o join comments c on c.group_id = o.group_id and c.id = o.comment_id
          where o.group_id = g.id and o.milestone_id = $2) as "postedAt",
        array(select r.period from job_runs r
          where r.group_id = g.id and r.job = 'refinement' and r.period >= $3 order by r.period) as refined
      from groups g left join lateral (
        select i.number as ref, i.confidential and not $4 as hidden
        from planning_issues p join issues i on i.group_id = p.group_id and i.number = p.issue_number
        where p.group_id = g.id and p.milestone_id = $2) p on true
      where g.id = $1`,
    values: [ctx.group.id, Number(milestone), since, may(ctx.actor, 'see.confidential')],
  })
  const [found] = rows
  if (!found) throw new Error('The group was not found.')
  const { ref, hidden, ...rest } = found
  return { ...rest, planningIssue: ref === null ? null : { ref: hidden ? null : ref } }
}

/** The days off of the group before a start: its own, and the public holidays of its country. */
export async function offBefore(ctx: Ctx, start: PlainDate): Promise<Set<PlainDate>> {
  const [own, place] = await Promise.all([daysOffOf(ctx), placeOf(ctx)])
  const holidays = await publicHolidays(place, addDays(start, -REACH), start)
  const whole = [...holidays.values()].filter(({ half }) => !half)
  return new Set([...own, ...whole].map(({ day }) => day))
}

/** How the group wants its work to divide by type, in percent; null where it has not said so. */
export async function mixTarget(ctx: Ctx): Promise<Mix | null> {
  const { rows } = await ctx.db.query<{ mix: Mix | null }>({
    name: 'mix-target',
    text: `select ${MIX} as mix from groups g where g.id = $1`,
    values: [ctx.group.id],
  })
  return rows[0]?.mix ?? null
}
