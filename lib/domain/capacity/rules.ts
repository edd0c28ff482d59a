import { addDays, type PlainDate, weekday } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import type { Term } from './terms.ts'
import { isFraction } from './text.ts'

type Timebox = {
  title: string
  shelf: string | null
  closed: boolean
  startOn: PlainDate | null
  dueOn: PlainDate | null
}

/** Capacity is planned for milestones with dates, until they are closed. */
export function whyNotPlanIn({ title, shelf, closed }: Timebox): Refusal | null {
  if (shelf !== null) return { code: 'no_days', because: `${title} is a shelf. Shelves have no capacity.` }
  if (closed) return { code: 'closed', because: `${title} is closed. Its capacity no longer changes.` }
  return null
}

type Wanted = { term: Term; value: number; reason: string; weekOn: PlainDate | null }

/** Every override says why, so that the next reader need not ask. @param days of the stretch it is for: all, or a week */
export function whyNotOverride(
  { term, value, reason, weekOn }: Wanted,
  weeks: readonly PlainDate[],
  days: number,
): Refusal | null {
  if (reason.trim() === '') return { code: 'reason_missing', because: 'Add a reason for the override.' }
  if (weekOn !== null && !weeks.includes(weekOn)) {
    return { code: 'no_such_week', because: `No week of this milestone begins on ${weekOn}.` }
  }
  if (isFraction(term)) {
    const most = term === 'focus' ? 2 : 1
    if (value >= 0 && value <= most) return null
    const because = term === 'focus' ? 'Focus is between 0 and 2.' : 'A share is between 0 and 100 %.'
    return { code: 'out_of_range', because }
  }
  if (value >= 0 && value <= days) return null
  return { code: 'out_of_range', because: `Enter between 0 and ${days} days.` }
}

/** Triage is given by the week, which begins on Monday. */
export const whyNotDutyWeek = (weekOn: PlainDate): Refusal | null =>
  weekday(weekOn) === 1
    ? null
    : {
        code: 'no_monday',
        because: `A duty week begins on a Monday, such as ${addDays(weekOn, 1 - weekday(weekOn))}.`,
      }

type Lane = { team: string; priority: number; weight: number }

/** Lanes divide what there is: each team and priority once. More than the capacity of a team warns on screen only. */
export function whyNotLanes(lanes: readonly Lane[]): Refusal | null {
  const keys = lanes.map(({ team, priority }) => `${team} ${priority}`)
  if (new Set(keys).size === keys.length) return null
  return { code: 'lane_twice', because: 'Each team and priority can have one lane only.' }
}

/** Each person speaks for their own days. */
export const whyNotConfirm = (own: boolean): Refusal | null =>
  own ? null : { code: 'not_yours', because: 'Each person confirms their own days.' }

/** Asking again the people who have confirmed would teach them to look away. */
export const whyNotAsk = (confirmed: boolean, name: string): Refusal | null =>
  confirmed ? { code: 'confirmed', because: `${name} has confirmed already.` } : null
