import { numbersFrom } from '#lib/kit/random.ts'

import type { PastDay, PastMilestone } from './past.ts'

export const TRIALS = 10_000

type Measures<T> = { count: T; weight: T }

/** How often each number was reached: `[day][number]`, where what is more than asked for counts as all of it. */
export type Reached = Measures<readonly Uint32Array[]>

/** A day that is left: the days of work that people have on it, and where in its milestone it lies, 0–1, where that is known. */
export type DayAhead = { people: number; place?: number }

/** So many choices are kept for a day of a trial, the first of them for the milestone, two for each past day that it is like. */
const CHOICES = 64

/** As many days of a past milestone around the same place are as likely as one another. */
const AROUND = 5

export type TrialsInput = {
  /** At least one. */
  past: readonly PastMilestone[]
  ahead: readonly DayAhead[]
  /** What is to be closed: whole numbers. */
  open: Measures<number>
  seed: string
  trials?: number
}

/**
 * Monte Carlo from the group's own throughput. A trial takes one of the past milestones, each as likely as another, and
 * works the days that are left as that one was worked around the same place: a group closes little when a milestone begins,
 * and much when it ends. Where a day has no place, it is as any day of it. After as many days as it had, another is taken.
 * So a trial is a good or a bad milestone as a whole, as milestones are: days drawn from all of them at once would
 * even out, and promise too narrow a range. A day on which fewer people work than usual then is a day of the past with that chance
 * only, so that what is closed stays a whole number.
 *
 * No choice depends on what was closed, nor on who works on other days: of two histories the one with more closed on each
 * day never reaches less, and of two calendars the one with another day off never reaches more.
 */
export function runTrials({ past, ahead, open, seed, trials = TRIALS }: TrialsInput): Reached {
  const numberAt = numbersFrom(seed)
  const history = past.map((one) => asDrawn(one, ahead))
  const reached = {
    count: ahead.map(() => new Uint32Array(open.count + 1)),
    weight: ahead.map(() => new Uint32Array(open.weight + 1)),
  }
  for (let trial = 0; trial < trials; trial += 1) {
    let [count, weight, left] = [0, 0, 0]
    let like = history[0]
    for (let at = 0; at < ahead.length; at += 1) {
      let choice = (trial * ahead.length + at) * CHOICES
      if (left <= 0 || !like) {
        like = history[Math.floor(numberAt(choice) * history.length)]
        if (!like) return reached
        left = like.length
      }
      left -= 1
      for (let days = like.days[at] ?? 0; days > 0; days -= 1) {
        const isWorked = numberAt((choice += 1)) < days
        const day = (like.from[at] ?? 0) + Math.floor(numberAt((choice += 1)) * (like.many[at] ?? 0))
        if (!isWorked) continue
        count += like.count[day] ?? 0
        weight += like.weight[day] ?? 0
      }
      bump(reached.count[at], count)
      bump(reached.weight[at], weight)
    }
  }
  return reached
}

/**
 * A past milestone as trials draw from it: what each of its days closed; and for each day ahead how many of its days people
 * work then, and of which days around the same place one is drawn.
 */
function asDrawn({ people, length, days }: PastMilestone, ahead: readonly DayAhead[]) {
  const usual = people / days.length
  const around = ahead.map(({ place }) => daysAround(place, days))
  return {
    length,
    count: Int32Array.from(days, ({ count }) => count),
    weight: Int32Array.from(days, ({ weight }) => weight),
    days: Float64Array.from(ahead, (one) => one.people / usual),
    from: Int32Array.from(around, ({ from }) => from),
    many: Int32Array.from(around, ({ many }) => many),
  }
}

function daysAround(place: number | undefined, days: readonly PastDay[]): { from: number; many: number } {
  if (place === undefined) return { from: 0, many: days.length }
  const many = Math.min(AROUND, days.length)
  const middle = days.filter((one) => one.place < place).length
  return { from: Math.max(0, Math.min(middle - Math.floor(many / 2), days.length - many)), many }
}

function bump(counts: Uint32Array | undefined, value: number): void {
  if (!counts) return
  const at = Math.min(value, counts.length - 1)
  counts[at] = (counts[at] ?? 0) + 1
}
