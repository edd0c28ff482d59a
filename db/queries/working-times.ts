import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { listWorkingTimes as endpoint } from '#lib/contract/working-times.ts'
import { LAST_DAY } from '#lib/domain/days.ts'
import {
  type Holiday,
  holidaysOf,
  type PersonCalendar,
  placeKey,
  type Place,
  placesOf,
  type WorkingTime,
} from '#lib/domain/working-times.ts'
import { addDays, type PlainDate } from '#lib/kit/plain-date.ts'
import { placeName, publicHolidays } from '../calendar/holidays.ts'
import type { Ctx } from '../context.ts'
import { todayOf } from './milestones.ts'

type Answer = OutputOf<typeof endpoint>

/** Four weeks are looked at unless the days are stated. */
const DAYS = 27

export async function listWorkingTimes(
  ctx: Ctx,
  { from: first, to: last }: Omit<InputOf<typeof endpoint>, 'group'> = {},
): Promise<Answer> {
  const from = first ?? (last === undefined ? todayOf(ctx) : addDays(last, -DAYS))
  const to = last ?? earlier(addDays(from, DAYS), LAST_DAY)
  const { members, daysOff, group } = await calendarsOf(ctx, from, to)
  const items = members.map(async ({ person, name, times, holidays }) => ({
    person,
    name,
    times: await Promise.all(
      times.map(async (time) => ({ ...time, week: [...time.week], place: await placeName(time) })),
    ),
    holidays: [...holidays],
  }))
  return { items: await Promise.all(items), daysOff, place: await placeName(group), from, to }
}

const earlier = (a: PlainDate, b: PlainDate) => (a < b ? a : b)

export type MemberCalendar = PersonCalendar & { id: string; person: string; name: string }
type Calendars = { members: MemberCalendar[]; daysOff: Answer['daysOff']; group: Place }

/**
 * The working weeks of all members of the group, or of one of them, with their holidays between two days, both included,
 * which is what the law computes their days from.
 */
export async function calendarsOf(
  ctx: Ctx,
  from: PlainDate,
  to: PlainDate,
  person: string | null = null,
): Promise<Calendars> {
  const [known, daysOff, group] = await Promise.all([timesOf(ctx, person), daysOffOf(ctx), placeOf(ctx)])
  const places = known.flatMap(({ times }) => placesOf(times, group, from, to))
  const found = new Map<string, Awaited<ReturnType<typeof publicHolidays>>>()
  for (const place of places) {
    const key = placeKey(place)
    if (!found.has(key)) found.set(key, await publicHolidays(place, from, to))
  }
  const publicIn = (place: Place) => found.get(placeKey(place))
  // Those who work alike have the same.
  const alike = new Map<string, Holiday[]>()
  const members = known.map((one) => {
    const key = JSON.stringify(one.times)
    const holidays = alike.get(key) ?? holidaysOf({ times: one.times, group, daysOff, publicIn }, from, to)
    alike.set(key, holidays)
    return { ...one, holidays }
  })
  return { members, daysOff, group }
}

type Known = { id: string; person: string; name: string; times: WorkingTime[] }

async function timesOf(ctx: Ctx, person: string | null): Promise<Known[]> {
  const { rows } = await ctx.db.query<Known>({
    name: 'working-times',
    text: `select p.id, p.handle as person, p.name,
        coalesce((select jsonb_agg(jsonb_build_object('from', w.from_on, 'country', w.country, 'region', w.region, 'week', w.week) order by w.from_on)
          from working_times w where w.group_id = $1 and w.person_id = p.id), '[]') as times
      from people p where p.id in (select r.person_id from group_roles r where r.group_id = $1)
        and ($2::text is null or p.handle = $2)
      order by p.name collate by_language`,
    values: [ctx.group.id, person],
  })
  return rows
}

export async function daysOffOf(ctx: Ctx): Promise<Answer['daysOff']> {
  const { rows } = await ctx.db.query<Answer['daysOff'][number]>({
    name: 'days-off',
    text: 'select day::text, name from days_off where group_id = $1 order by day',
    values: [ctx.group.id],
  })
  return rows
}

export async function placeOf(ctx: Ctx): Promise<Place> {
  const { rows } = await ctx.db.query<Place>({
    name: 'place-of-group',
    text: 'select country, region from groups where id = $1',
    values: [ctx.group.id],
  })
  return rows[0] ?? { country: '', region: '' }
}
