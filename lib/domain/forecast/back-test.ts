import { daysBetween, type PlainDate } from '#lib/kit/plain-date.ts'

import { fanOf } from './fan.ts'
import type { DayOfWork } from '../capacity/by-day.ts'
import { FEWEST_PAST, MOST_PAST, type PastMilestone, placed, throughputOf } from './past.ts'
import { runTrials } from './trials.ts'

/** An issue that was assigned in a milestone that is over; `closedOn` where it was completed. */
export type PastIssue = { enteredOn: PlainDate; closedOn: PlainDate | null; weight: number }

/** A milestone that is over, as its frozen outcome has it. */
export type OverMilestone = {
  title: string
  days: readonly DayOfWork[]
  issues: readonly PastIssue[]
}

export type BackTest = {
  title: string
  /** The last day of which the forecast knew. */
  day: PlainDate
  /** Assigned by then, and done by then. */
  of: number
  done: number
  likely: number
  low: number
  high: number
  /** What of it was completed in the end. */
  came: number
  /** It lies within the range. */
  held: boolean
}

/** The throughput of milestones that are over, in their order; one in which the group did not work says nothing. */
export const pastOf = (over: readonly OverMilestone[]): PastMilestone[] =>
  over.flatMap(({ title, days, issues }) => {
    const closed = issues.flatMap(({ closedOn, weight }) =>
      closedOn === null ? [] : { day: closedOn, weight },
    )
    return throughputOf(title, days, closed) ?? []
  })

/**
 * What the forecast would have said at the middle of each milestone that is over, from what was known then, beside what
 * came. Milestones with too little history before them are left out, and so are those with nothing assigned by then.
 *
 * @param over the latest first
 */
export function backTest(over: readonly OverMilestone[], seed: string): BackTest[] {
  return over.flatMap((milestone, at) => {
    const past = pastOf(over.slice(at + 1)).slice(0, MOST_PAST)
    const day = middleOf(milestone.days)
    const known = milestone.issues.filter(({ enteredOn }) => day !== null && enteredOn <= day)
    if (day === null || past.length < FEWEST_PAST || known.length === 0) return []
    const done = known.filter(({ closedOn }) => closedOn !== null && closedOn <= day).length
    const ahead = placed(milestone.days).filter((one) => one.day > day)
    const open = known.length - done
    const { count } = runTrials({ past, ahead, open: { count: open, weight: 0 }, seed })
    const { likely, low, high, of } = fanOf(count, { done, open })
    const came = known.filter(({ closedOn }) => closedOn !== null).length
    return {
      title: milestone.title,
      day,
      of,
      done,
      likely,
      low,
      high,
      came,
      held: low <= came && came <= high,
    }
  })
}

/** The last day of its first half. */
function middleOf(days: readonly DayOfWork[]): PlainDate | null {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  return days[Math.floor(daysBetween(first.day, last.day) / 2)]?.day ?? null
}

/** “85 % ranges held in 5 of 6 milestones”. */
export const calibrationText = (tests: readonly BackTest[]): string =>
  `85 % ranges held in ${tests.filter(({ held }) => held).length} of ${tests.length} milestone${tests.length === 1 ? '' : 's'}`
