import type { PlainDate } from '#lib/kit/plain-date.ts'

/** What the engineering manager may put another value in the place of. */
export const TERMS = ['workingDays', 'holidays', 'timeOff', 'triageDays', 'share', 'focus'] as const
export type Term = (typeof TERMS)[number]
/** The terms that are days; the other two are fractions by which days are multiplied. */
export const DAY_TERMS = ['workingDays', 'holidays', 'timeOff', 'triageDays'] as const
export type DayTerm = (typeof DAY_TERMS)[number]

/** A day of the milestone as a person has it. All are parts of a whole working day, 0–1. */
export type PersonDay = {
  day: PlainDate
  /** How much of it they work. */
  work: number
  /** What of that a public holiday of theirs takes, or a day off of the group. */
  off: number
  /** How much of it they are away. */
  away: number
  /** They have triage on it. */
  duty: boolean
}

/** Both days included; `to` null while it lasts. A share of the person's time, 0–1. */
export type Membership = {
  person: string
  team: string
  share: number
  from: PlainDate
  to: PlainDate | null
}

/** `team` null for all teams of the person, `weekOn` null for the whole milestone. Days, or a fraction of 1. */
export type Override = {
  person: string
  team: string | null
  weekOn: PlainDate | null
  term: Term
  value: number
}

/**
 * (workingDays − holidays − timeOff − triageDays) × share × focus = availableDays. Over several weeks, share and focus are
 * the means by which the sum holds.
 */
export type Terms = Record<Term, number> & { availableDays: number; overridden: readonly Term[] }

export type Week = Terms & { weekOn: PlainDate }

/** What a person gives to a team. `weight` is in tenths of a point, so that sums of it are what a reader adds up. */
export type Row = Terms & { person: string; team: string; weeks: readonly Week[]; weight: number }

export type TeamSum = { team: string; availableDays: number; weight: number }

export type Capacity = {
  /** First days of the weeks of the milestone. */
  weeks: readonly PlainDate[]
  rows: readonly Row[]
  teams: readonly TeamSum[]
  availableDays: number
  weight: number
}
