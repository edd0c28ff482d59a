import { addDays, eachDay, type PlainDate } from '#lib/kit/plain-date.ts'
import { availableByDay, type DayOfWork } from '#lib/domain/capacity/by-day.ts'
import { capacityOf, type CapacityInput } from '#lib/domain/capacity/capacity.ts'
import type { Capacity, Membership, Override, PersonDay } from '#lib/domain/capacity/terms.ts'
import { awayOn, type TimeOffDays } from '#lib/domain/time-off.ts'
import { daysOf, type PersonCalendar } from '#lib/domain/working-times.ts'
import type { Ctx } from '../context.ts'
import { calendarsOf } from './working-times.ts'

export type Timebox = { id: string; startOn: PlainDate; dueOn: PlainDate }

export type Settings = { focus: number; triageShare: number; daysPerWeight: number }
type Away = TimeOffDays & { person: string }
type Duty = { person: string; weekOn: PlainDate }
type Row = Settings & {
  memberships: (Membership & { name: string; teamName: string })[]
  away: Away[]
  duties: Duty[]
  overrides: (Override & { milestone: number })[]
}

/** All that capacity is computed from between two days, of all people or of one. People are named by handle, teams by slug. */
export type CapacityTerms = Row & { calendars: ReadonlyMap<string, PersonCalendar> }

export async function capacityTerms(
  ctx: Ctx,
  from: PlainDate,
  to: PlainDate,
  person: string | null = null,
): Promise<CapacityTerms> {
  const [{ rows }, { members }] = await Promise.all([
    ctx.db.query<Row>({
      name: 'capacity-terms',
      text: `select g.focus_factor::float as focus, g.triage_share / 100.0::float as "triageShare",
          g.days_per_weight::float as "daysPerWeight",
          coalesce((select jsonb_agg(jsonb_build_object('person', p.handle, 'name', p.name, 'team', t.slug,
              'teamName', t.name, 'share', m.share, 'from', m.from_on, 'to', m.to_on)
              order by t.position, t.id, m.kind, p.name, p.id, m.from_on, m.id)
            from memberships m join people p on p.id = m.person_id
            join functional_teams t on t.group_id = m.group_id and t.id = m.team_id
            where m.group_id = g.id and m.from_on <= $3 and (m.to_on is null or m.to_on >= $2)
              and ($4::text is null or p.handle = $4)), '[]') as memberships,
          coalesce((select jsonb_agg(jsonb_build_object('person', p.handle, 'fromOn', a.from_on, 'toOn', a.to_on,
              'fromNoon', a.from_noon, 'untilNoon', a.until_noon))
            from time_off a join people p on p.id = a.person_id
            where a.group_id = g.id and a.removed_at is null and a.from_on <= $3 and a.to_on >= $2), '[]') as away,
          coalesce((select jsonb_agg(jsonb_build_object('person', p.handle, 'weekOn', d.week_on))
            from triage_duties d join people p on p.id = d.person_id
            where d.group_id = g.id and d.week_on between $2::date - 6 and $3), '[]') as duties,
          coalesce((select jsonb_agg(jsonb_build_object('milestone', o.milestone_id, 'person', p.handle, 'team', t.slug,
              'weekOn', o.week_on, 'term', o.term, 'value', o.value))
            from capacity_overrides o join people p on p.id = o.person_id
            join milestones m on m.group_id = o.group_id and m.id = o.milestone_id and m.start_on <= $3 and m.due_on >= $2
            left join functional_teams t on t.group_id = o.group_id and t.id = o.team_id
            where o.group_id = g.id), '[]') as overrides
        from groups g where g.id = $1`,
      values: [ctx.group.id, from, to, person],
    }),
    calendarsOf(ctx, from, to, person),
  ])
  const [known] = rows
  if (!known) throw new Error('The group was not found.')
  const calendars = members.map(({ person, times, holidays }) => [person, { times, holidays }] as const)
  return { ...known, calendars: new Map(calendars) }
}

/** The capacity of a milestone, whose days lie between those for which the terms were read. */
export const capacityIn = (terms: CapacityTerms, box: Timebox): Capacity => capacityOf(inputOf(terms, box))

/** The days of work that people have on each day of it: the same sums, day by day. */
export function availableIn(terms: CapacityTerms, box: Timebox): DayOfWork[] {
  const input = inputOf(terms, box)
  return availableByDay(capacityOf(input), input.days, input.people)
}

function inputOf(terms: CapacityTerms, { id, startOn, dueOn }: Timebox): CapacityInput {
  const days = eachDay(startOn, dueOn)
  const { focus, triageShare, daysPerWeight } = terms
  const memberships = terms.memberships.filter(
    ({ from, to }) => from <= dueOn && (to === null || to >= startOn),
  )
  const daysOfPerson = personDays(terms, startOn, dueOn)
  const people = new Map(
    [...new Set(memberships.map(({ person }) => person))].map((person) => [person, daysOfPerson(person)]),
  )
  const overrides = terms.overrides.filter(({ milestone }) => milestone === Number(id))
  return { days, people, memberships, overrides, focus, triageShare, daysPerWeight }
}

/** The days of each person. Those who work alike have the same, which are made once: a group has hundreds of people. */
function personDays(
  terms: CapacityTerms,
  from: PlainDate,
  to: PlainDate,
): (person: string) => readonly PersonDay[] {
  const awayOf = Map.groupBy(terms.away, ({ person }) => person)
  const dutiesOf = Map.groupBy(terms.duties, ({ person }) => person)
  const alike = new Map<string, PersonDay[]>()
  return (person) => {
    // A person who has left the group since worked in it as people usually do.
    const calendar = terms.calendars.get(person) ?? { times: [], holidays: [] }
    const key = JSON.stringify(calendar)
    const days =
      alike.get(key) ??
      daysOf(calendar, from, to).map(({ day, work, off }) => ({ day, work, off, away: 0, duty: false }))
    alike.set(key, days)
    const [away, duties] = [awayOf.get(person), dutiesOf.get(person)]
    if (!away && !duties) return days
    return days.map((one) => ({
      ...one,
      away: (away ?? []).reduce((sum, entry) => sum + awayOn(entry, one.day), 0),
      duty: duties?.some(({ weekOn }) => weekOn <= one.day && one.day <= addDays(weekOn, 6)) ?? false,
    }))
  }
}
