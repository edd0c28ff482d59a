import { proposeMilestone } from '#lib/domain/milestones.ts'
import { addDays, type PlainDate, weekday } from '#lib/kit/plain-date.ts'
import { type Box, CURRENT, NEXT } from './outcome.ts'

export type Timebox = { title: string; startOn: PlainDate; dueOn: PlainDate }

const HOUR = 3_600_000
/** The sample's people work on weekdays, from 8 to 17 o'clock UTC, which is the zone of the handbook's group. */
const WORK_BEGINS = 8
const WORK_HOURS = 9

/** The timeboxes around today by place, from one month before the first of the sample up to the next one. */
export type Calendar = { box: (place: Box) => Timebox; first: Date }

export function calendarAround(today: PlainDate): Calendar {
  const release = releaseOf(today)
  const box = (place: Box): Timebox => monthBox(release + place - CURRENT)
  return { box, first: new Date(`${box(-1).startOn}T08:00:00Z`) }
}

/** The months since year 0 of the release in whose usual milestone the day lies. */
function releaseOf(today: PlainDate): number {
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  const place = [month, month + 1].find((candidate) => {
    const days = monthBox(candidate)
    return days.startOn <= today && today <= days.dueOn
  })
  if (place === undefined) throw new Error(`${today} lies in no milestone of the usual calendar.`)
  return place
}

function monthBox(months: number): Timebox {
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  const { startOn, dueOn } = proposeMilestone(year, month)
  return { title: versionOf(year, month), startOn, dueOn }
}

/** One minor version a month, a major one each May: 18.0 was released in May 2025. */
export function versionOf(year: number, month: number): string {
  const months = (year - 2025) * 12 + month - 5
  return `${18 + Math.floor(months / 12)}.${((months % 12) + 12) % 12}`
}

export const timeboxes = (calendar: Calendar): Timebox[] =>
  Array.from({ length: NEXT + 1 }, (_, place) => calendar.box(place))

/** An instant in the working time of a timebox: 0 is the first morning, 1 the last evening; below 0 the one before. */
export function during(calendar: Calendar, place: Box, part: number): Date {
  if (part < 0) return during(calendar, place - 1, part + 1)
  const days = weekdaysOf(calendar.box(place))
  const at = Math.min(part, 0.9999) * days.length
  return onDay(days[Math.floor(at)] ?? calendar.box(place).dueOn, at % 1)
}

/** The last working day of a timebox, at an hour of the day in UTC. */
export function atTheEnd(calendar: Calendar, place: Box, hour: number): Date {
  const day = weekdaysOf(calendar.box(place)).at(-1) ?? calendar.box(place).dueOn
  return new Date(Date.parse(`${day}T00:00:00Z`) + hour * HOUR)
}

/**
 * So many working days before an instant, counted back in working time: half a day before noon is the afternoon before.
 * More days are never later, whatever the hour; and it is always before the instant.
 */
export function before(now: Date, days: number): Date {
  const today = now.toISOString().slice(0, 10)
  const hours = (now.getTime() - Date.parse(`${today}T00:00:00Z`)) / HOUR
  // A day of rest counts as the evening of the last working day.
  const worked = weekday(today) > 5 ? 1 : Math.min(Math.max((hours - WORK_BEGINS) / WORK_HOURS, 0), 1)
  const part = worked - days
  const back = Math.max(0, Math.ceil(-part))
  const at = onDay(workingDayBack(today, back), part + back)
  return at < now ? at : new Date(now.getTime() - 1000)
}

function workingDayBack(today: PlainDate, days: number): PlainDate {
  let day = addDays(today, -Math.max(0, weekday(today) - 5))
  for (let left = days; left > 0;) {
    day = addDays(day, -1)
    if (weekday(day) <= 5) left -= 1
  }
  return day
}

function weekdaysOf({ startOn, dueOn }: Timebox): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = startOn; day <= dueOn; day = addDays(day, 1)) if (weekday(day) <= 5) days.push(day)
  return days
}

function onDay(day: PlainDate, part: number): Date {
  return new Date(
    Date.parse(`${day}T00:00:00Z`) + Math.floor((WORK_BEGINS + part * WORK_HOURS) * 3600) * 1000,
  )
}
