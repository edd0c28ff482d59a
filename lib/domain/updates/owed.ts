import { isoWeek, type PlainDate } from '#lib/kit/plain-date.ts'
import { daysOfIsoWeek, type IsoWeek, weekName } from '#lib/kit/iso-week.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import { awayOn, type TimeOffDays } from '../time-off.ts'
import type { Wall } from '../turns.ts'

/** Where a week stands on the calendar of a group. */
export const PHASES = ['ahead', 'running', 'over'] as const
export type Phase = (typeof PHASES)[number]

/** How a DRI stands with the updates of a week. */
export const UPDATE_STANDINGS = ['owes', 'posted', 'away'] as const
export type UpdateStanding = (typeof UPDATE_STANDINGS)[number]

/** Friday, in groups that have not chosen another day. */
export const USUAL_UPDATE_DAY = 5

/** @param today on the calendar of the group */
export function phaseOf(week: IsoWeek, today: PlainDate): Phase {
  const now = isoWeek(today)
  if (week === now) return 'running'
  return week < now ? 'over' : 'ahead'
}

/** @param day 1 = Monday … 7 = Sunday */
export function dueOn(week: IsoWeek, day: number): PlainDate {
  const due = daysOfIsoWeek(week)[day - 1]
  if (due === undefined) throw new RangeError(`${day} is not a day of the week`)
  return due
}

/** The day that stands above the update: today until updates are due, and from then on the day on which they were. */
export function headedOn(week: IsoWeek, day: number, today: PlainDate): PlainDate {
  const due = dueOn(week, day)
  return phaseOf(week, today) === 'running' && today < due ? today : due
}

/** A person’s week: how much of each day they work with holidays taken off, 0–1, and their time off in it. */
export type WeekOfPerson = { workOn: (day: PlainDate) => number; timeOff: readonly TimeOffDays[] }

/** Whether none of a day’s work is left, because of time off. Two halves may make a day. */
export const isAwayOn = ({ workOn, timeOff }: WeekOfPerson, day: PlainDate): boolean => {
  const away = timeOff.reduce((sum, entry) => sum + awayOn(entry, day), 0)
  return away > 0 && away >= workOn(day)
}

/** Away on each day on which they would work; so is who does not work at all in that week. */
export const isAwayAllWeek = (person: WeekOfPerson, week: IsoWeek): boolean =>
  daysOfIsoWeek(week).every((day) => person.workOn(day) === 0 || isAwayOn(person, day))

/**
 * Handbook › Weekly status updates: "Each active DRI posts a short async update". A DRI who is away all week owes none.
 *
 * @param subjects active ones that the person drives
 * @param posted those of them that have an update of the week
 */
export function standingOf(facts: { subjects: number; posted: number; away: boolean }): UpdateStanding {
  if (facts.posted >= facts.subjects) return 'posted'
  return facts.away ? 'away' : 'owes'
}

/** One update a subject and week, which can be changed until the week ends in the time zone of the group. */
export function whyNotInWeek(week: IsoWeek, today: PlainDate): Refusal | null {
  const phase = phaseOf(week, today)
  if (phase === 'running') return null
  const now = `It is ${weekName(isoWeek(today))}.`
  return phase === 'over'
    ? { code: 'week_over', because: `Updates of ${weekName(week)} can no longer be changed. ${now}` }
    : { code: 'week_ahead', because: `${capital(weekName(week))} has not begun. ${now}` }
}

/** What was begun in a week that has ended is continued in the one that runs; it is never posted by itself. */
export const whyNotTakeOver = ({ from, week }: { from: IsoWeek; week: IsoWeek }): Refusal | null =>
  from < week
    ? null
    : { code: 'not_an_earlier_week', because: `A draft of ${weekName(from)} is not one of an earlier week.` }

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type Driver = { name: string }

/**
 * Confidence is a person’s own: the DRI of the subject posts its update, and the author may change what they wrote.
 *
 * @param dri who drives it now; null without one
 */
export function whyNotPost(facts: { dri: Driver | null; mine: boolean; wrote: boolean }): Refusal | null {
  if (facts.mine || facts.wrote) return null
  const because = facts.dri
    ? `${facts.dri.name} is the DRI and posts its update.`
    : 'It has no DRI. Become its DRI first, then post the update.'
  return { code: 'not_its_dri', because }
}

/** The hour from which reminders are sent, on the clock of the group. */
export const UPDATE_REMINDER_HOUR = 9

/** The first reminder is sent on the day on which updates are due, the second on the day after. */
export type Reminder = { week: IsoWeek; again: boolean }

/**
 * What is to be reminded of by now, if anything: on those two days alone, and within the week, after which there is nothing
 * left to post.
 */
export function reminderDue(day: number, { today, time }: Wall): Reminder | null {
  if (Number(time.slice(0, 2)) < UPDATE_REMINDER_HOUR) return null
  const week = isoWeek(today)
  const at = daysOfIsoWeek(week).indexOf(today) + 1
  if (at === day) return { week, again: false }
  return at === day + 1 ? { week, again: true } : null
}
