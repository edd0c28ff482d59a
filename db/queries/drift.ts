import type { readDrift as endpoint } from '#lib/contract/drift.ts'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import { QUIET_DAYS } from '#lib/domain/quiet.ts'
import { type Drift, type DriftFacts, driftOf, driftsOf } from '#lib/domain/drift.ts'
import { type NumberedKind, subjectSlug } from '#lib/domain/subjects.ts'
import { pressOf } from '#lib/domain/drift-told.ts'
import { may } from '#lib/domain/permissions.ts'
import { soon } from '#lib/domain/time-off.ts'
import type { Ctx } from '../context.ts'
import { activeWork } from './active-subjects.ts'
import { ACTIVE, lastUpdatesSql } from './finding-sql.ts'
import { timeboxes, todayOf } from './milestones.ts'

type Drifting = { ref: number; title: string } & Drift
type Person = { handle: string; name: string }
/** What lets an issue or an epic drift, with the name of its DRI. */
type Line = { kind: NumberedKind; ref: number; title: string; dri: Person | null; drift: Drift }
type Row = DriftFacts & { ref: number; title: string; dri: Person | null }

const gone = (person: string) => `${person} not in (select person_id from group_roles where group_id = $1)`

/** Absences of more than a day that touch the days from `$2` to `$3`, the first of each person. */
const AWAY = `away as materialized (select distinct on (person_id) person_id, from_on, to_on from time_off
  where group_id = $1 and removed_at is null and to_on >= $2 and from_on <= $3 and from_on < to_on order by person_id, from_on)`

const PERSON = (id: string) =>
  `(select jsonb_build_object('handle', p.handle, 'name', p.name) from people p where p.id = ${id})`

/** Days from `day` to the day `$2` of the group. */
const daysSince = (day: string) => `$2::date - ${day}`

/** The day from which its DRI drives it, in the zone `$4`. */
const drivenFrom = (number: string, column: 'issue_number' | 'epic_number') =>
  `(select (d.from_at at time zone $4)::date from dri_assignments d where d.group_id = $1 and d.${column} = ${number} and d.to_at is null)`

/**
 * The open issues of milestones by what may let them drift, those that nothing does left out. The ledger is looked up where
 * others work on it, what was said last where an update is owed: in the milestone that runs.
 *
 * @param milestones ids, in the order in which their issues are to be told
 */
async function driftingIssues(ctx: Ctx, milestones: readonly number[]): Promise<Row[]> {
  const { from, to } = soon(todayOf(ctx))
  const { rows } = await ctx.db.query<Row>({
    name: 'drift',
    text: `with ${AWAY},
        watched as materialized (select i.group_id, i.number, i.title, i.milestone_id, i.rank, i.dri_id, a.from_on, a.to_on
          from issues i left join away a on a.person_id = i.dri_id
          where i.group_id = $1 and i.kind = 'issue' and i.milestone_id = any($5::int[]) and i.state = 'open'
            and ($6 or not i.confidential)),
        stated as materialized (select distinct on (x.issue_number) x.issue_number, substr(k.meaning, 10) as state
          from issue_labels x join labels k on k.group_id = x.group_id and k.id = x.label_id and k.meaning like 'workflow.%'
          where x.group_id = $1 and x.issue_number = any(array(select number from watched))
          order by x.issue_number, k.id),
        left_to_others as materialized (select w.number from issue_assignees x join watched w on w.number = x.issue_number
          where x.group_id = $1 and x.issue_number = any(array(select number from watched where dri_id is not null))
          group by w.number having bool_and(x.person_id <> w.dri_id)),
        owed as materialized (select w.number, w.dri_id from watched w
          where w.dri_id is not null and (w.number in (select issue_number from stated where state = any(${ACTIVE}))) is true
            and w.milestone_id = (
              select m.id from milestones m where m.group_id = $1 and m.start_on <= $2 and m.due_on >= $2)),
        updated as materialized (${lastUpdatesSql('owed')}),
        taken as materialized (select issue_number, from_at from dri_assignments
          where group_id = $1 and issue_number = any(array(select number from owed)) and to_at is null),
        told as materialized (select i.number as ref, i.title, i.milestone_id, i.rank, i.dri_id, i.dri_id is not null as driven,
          coalesce(${gone('i.dri_id')}, false) as "driGone",
          exists (select from hand_overs h where h.group_id = i.group_id and h.issue_number = i.number and h.outcome is null
            and ${gone('h.to_id')}) as "askedGone",
          coalesce(s.state, 'none') collate "C" as state,
          case when i.from_on is not null then jsonb_build_object('from', i.from_on, 'to', i.to_on) end as away,
          case when o.number is not null then
            (select p.name from people p where p.id = i.dri_id and exists (select from dri_assignments d
              join events e on e.group_id = d.group_id and e.issue_number = d.issue_number and e.type = 'issue.assigned'
                and e.at >= d.from_at and e.data->'removed' @> jsonb_build_array(jsonb_build_object('id', d.person_id))
              where d.group_id = i.group_id and d.issue_number = i.number and d.to_at is null)) end as passed,
          ${daysSince('greatest((u.at at time zone $4)::date, (t.from_at at time zone $4)::date)')} as quiet
        from watched i left join stated s on s.issue_number = i.number left join left_to_others o on o.number = i.number
          left join updated u on u.number = i.number left join taken t on t.issue_number = i.number)
      select 'issue' as kind, ref, title, driven, "driGone", "askedGone", state, away, passed, quiet,
        ${PERSON('dri_id')} as dri
      from told where "driGone" or "askedGone" or passed is not null
        or state = any(${ACTIVE}) and (not driven or away is not null or quiet >= ${QUIET_DAYS})
      order by array_position($5::int[], milestone_id), rank`,
    values: [ctx.group.id, from, to, ctx.group.zone, milestones, may(ctx.actor, 'see.confidential')],
  })
  return rows
}

/** The first drift of each open issue of milestones, in the order of the milestones. */
export async function driftIn(ctx: Ctx, milestones: readonly number[]): Promise<Drifting[]> {
  return (await driftingIssues(ctx, milestones)).flatMap(({ ref, title, ...facts }) => {
    const drift = driftOf(facts)
    return drift ? [{ ref, title, ...drift }] : []
  })
}

/** The day of the last status update of the epic `e`; before the first one of the group none was owed. */
const LAST_SAID = `(greatest((select max(u.posted_at) from status_updates u where u.group_id = $1 and u.epic_number = e.number),
  (select min(f.posted_at) from status_updates f where f.group_id = $1)) at time zone $4)::date`

/** Epics whose issues are worked on in the milestone that runs, by what may let them drift. */
async function driftingEpics(ctx: Ctx, epics: readonly number[]): Promise<Row[]> {
  const { from, to } = soon(todayOf(ctx))
  const { rows } = await ctx.db.query<Row>({
    name: 'drift-of-epics',
    text: `with ${AWAY}
      select 'epic' as kind, e.number as ref, e.title, 'none' as state, null as passed, e.tech_lead_id is not null as driven,
        coalesce(${gone('e.tech_lead_id')}, false) as "driGone",
        exists (select from hand_overs h where h.group_id = e.group_id and h.epic_number = e.number and h.outcome is null
          and ${gone('h.to_id')}) as "askedGone",
        case when a.from_on is not null then jsonb_build_object('from', a.from_on, 'to', a.to_on) end as away,
        case when e.tech_lead_id is not null and exists (select from status_updates f where f.group_id = $1)
          then ${daysSince(`greatest(${LAST_SAID}, ${drivenFrom('e.number', 'epic_number')})`)} end as quiet,
        ${PERSON('e.tech_lead_id')} as dri
      from epics e left join away a on a.person_id = e.tech_lead_id
      where e.group_id = $1 and e.number = any($5::int[]) order by e.number`,
    values: [ctx.group.id, from, to, ctx.group.zone, epics],
  })
  return rows
}

/** All that drifts in the milestone that runs and in the next one, epics last: one line for each reason. */
export async function driftLines(ctx: Ctx): Promise<Line[]> {
  const { current, next } = await timeboxes(ctx)
  const boxes = [current, next].flatMap((box) => (box ? Number(box.id) : []))
  const [issues, work] = await Promise.all([
    driftingIssues(ctx, boxes),
    activeWork(ctx, current && Number(current.id)),
  ])
  const epics = await driftingEpics(
    ctx,
    work.filter(({ kind }) => kind === 'epic').map(({ ref }) => ref),
  )
  return [...issues, ...epics].flatMap(({ ref, title, dri, ...facts }) =>
    driftsOf(facts).map((drift) => ({ kind: facts.kind, ref, title, dri, drift })),
  )
}

/** By how pressing it is, and then as its lines stand. */
export async function readDrift(ctx: Ctx): Promise<OutputOf<typeof endpoint>> {
  const items = (await driftLines(ctx)).map((line) => ({ subject: subjectSlug(line), ...line }))
  return { items: items.toSorted((a, b) => pressOf(a.drift.kind) - pressOf(b.drift.kind)) }
}
