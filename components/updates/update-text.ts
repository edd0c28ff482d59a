import { WEEKDAYS } from '#components/ui/days/calendar-days.ts'
import { clockIn, dayIn, dayMonth } from '#components/ui/days/days.ts'
import type { WeekOfUpdates } from '#lib/contract/updates.ts'
import { weekName } from '#lib/kit/iso-week.ts'
import type { IsoWeek } from '#lib/kit/iso-week.ts'
import { addDays, weekday } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import { isolated } from '#lib/kit/visible.ts'

/** “Fri 27 Nov”. */
export const weekdayText = (day: PlainDate): string =>
  `${(WEEKDAYS[weekday(day) - 1] ?? '').slice(0, 3)} ${dayMonth(day)}`

/** When something was, on the clock of the group: “today 09:20”, “yesterday”, “Tue 24 Nov”. */
export function whenText(zone: string, instant: string, today: PlainDate): string {
  const day = dayIn(zone, instant)
  if (day === today) return `today ${clockIn(zone, instant)}`
  return day === addDays(today, -1) ? 'yesterday' : weekdayText(day)
}

/** “week 48”; of another year “week 53 of 2026”. */
export const weekText = (week: IsoWeek, current: IsoWeek): string =>
  week.slice(0, 4) === current.slice(0, 4) ? weekName(week) : `${weekName(week)} of ${week.slice(0, 4)}`

type Standing = Pick<WeekOfUpdates['people'][number], 'standing' | 'subjects' | 'posted' | 'postedAt'>

/** How a person stands with their updates: “owes”, “owes 1 of 2”, “posted today 09:20”, “away”. */
export function personText(
  { standing, subjects, posted, postedAt }: Standing,
  { zone, today }: { zone: string; today: PlainDate },
): string {
  if (standing === 'away') return posted > 0 ? `away, posted ${posted} of ${subjects}` : 'away'
  if (standing === 'owes') return posted > 0 ? `owes ${subjects - posted} of ${subjects}` : 'owes'
  return postedAt === null ? 'posted' : `posted ${whenText(zone, postedAt, today)}`
}

/** “4 of 6 posted”, of those who are not away. */
export function postedText(people: readonly Pick<Standing, 'standing'>[]): string {
  const here = people.filter(({ standing }) => standing !== 'away')
  return `${here.filter(({ standing }) => standing === 'posted').length} of ${here.length} posted`
}

type Missing = { subject: string; dri: { handle: string; name: string } }

/**
 * “Not posted yet: Cindy Halim, 2 subjects; you, 1 subject.” Empty where nothing is missing.
 *
 * @param ready of the reader, which stand in the text already
 */
export function missingText(
  missing: readonly Missing[],
  { me, ready }: { me: string; ready: ReadonlySet<string> },
): string {
  const left = missing.filter(({ subject, dri }) => dri.handle !== me || !ready.has(subject))
  const of = [...Map.groupBy(left, ({ dri }) => dri.handle)].toSorted(
    ([one], [other]) => Number(one === me) - Number(other === me),
  )
  if (of.length === 0) return ''
  const names = of.map(([handle, [first, ...others]]) => {
    const count = others.length + 1
    const name = handle === me ? 'you' : isolated(first?.dri.name ?? '')
    return `${name}, ${count} ${count === 1 ? 'subject' : 'subjects'}`
  })
  return `Not posted yet: ${names.join('; ')}.`
}
