import { spanText } from '#lib/kit/day-text.ts'
import { addDays, compareDays, daysBetween, type PlainDate, weekday } from '#lib/kit/plain-date.ts'
import type { Refusal, Warning } from '#lib/kit/refusal.ts'
import { type Actor, may } from './permissions.ts'

export const TIME_OFF_KINDS = ['vacation', 'public', 'sick', 'other'] as const
export type TimeOffKind = (typeof TIME_OFF_KINDS)[number]

/** First and last day away, both included; from noon of the first, until noon of the last, where it says so. */
export type TimeOffDays = { fromOn: PlainDate; toOn: PlainDate; fromNoon: boolean; untilNoon: boolean }

/** Half days, counted from the morning of 2000-01-01; `to` is the first half that is not away any more. */
type Halves = { from: number; to: number }

const FIRST: PlainDate = '2000-01-01'
/** A year, and the day on which it begins again. */
const MOST_DAYS = 366
/** How far ahead is a full milestone where the milestones say nothing: four weeks. */
const USUAL_MILESTONE = 28

/** As the database counts them, where no two entries of a person overlap. */
export const halvesOf = ({ fromOn, toOn, fromNoon, untilNoon }: TimeOffDays): Halves => ({
  from: daysBetween(FIRST, fromOn) * 2 + Number(fromNoon),
  to: daysBetween(FIRST, toOn) * 2 + 2 - Number(untilNoon),
})

export function daysOfHalves({ from, to }: Halves): TimeOffDays {
  const [first, last] = [Math.floor(from / 2), Math.ceil(to / 2) - 1]
  return {
    fromOn: addDays(FIRST, first),
    toOn: addDays(FIRST, last),
    fromNoon: from > first * 2,
    untilNoon: to < last * 2 + 2,
  }
}

/** Whether they share half a day or more. What only touches does not overlap. */
export function overlaps(a: TimeOffDays, b: TimeOffDays): boolean {
  const [x, y] = [halvesOf(a), halvesOf(b)]
  return x.from < y.to && y.from < x.to
}

/** All from the earliest half day to the latest. */
export function joined(first: TimeOffDays, others: readonly TimeOffDays[]): TimeOffDays {
  const halves = [first, ...others].map(halvesOf)
  return daysOfHalves({
    from: Math.min(...halves.map(({ from }) => from)),
    to: Math.max(...halves.map(({ to }) => to)),
  })
}

/** How much of a day an entry takes, of its morning and its afternoon. */
export function awayOn(entry: TimeOffDays, day: PlainDate): 0 | 0.5 | 1 {
  if (day < entry.fromOn || day > entry.toOn) return 0
  const { from, to } = halvesOf(entry)
  const morning = daysBetween(FIRST, day) * 2
  const taken = Math.min(to, morning + 2) - Math.max(from, morning)
  return taken >= 2 ? 1 : taken === 1 ? 0.5 : 0
}

/**
 * Working days that an entry takes.
 * @param workOn how much of a day the person works, 0–1, with holidays taken off
 */
export function daysAway(entry: TimeOffDays, workOn: (day: PlainDate) => number): number {
  let sum = 0
  for (let day = entry.fromOn; day <= entry.toOn; day = addDays(day, 1))
    sum += workOn(day) * awayOn(entry, day)
  return sum
}

export function whyNotDays({ fromOn, toOn, fromNoon, untilNoon }: TimeOffDays): Refusal | null {
  if (fromOn > toOn)
    return { code: 'ends_before_start', because: 'The last day must be on or after the first.' }
  if (fromOn === toOn && fromNoon && untilNoon)
    return { code: 'no_time_left', because: 'Choose the morning or the afternoon of a day, not neither.' }
  if (daysBetween(fromOn, toOn) < MOST_DAYS) return null
  return { code: 'time_off_too_long', because: 'An entry covers at most a year. Split it into several.' }
}

/** Who has time off in the group: people with capacity, not those who follow its work. */
export function whyNotTimeOffOf({ name, ...actor }: Actor & { name: string }): Refusal | null {
  if (may(actor, 'pto.own')) return null
  const because = `${name} is not an engineer, product manager or engineering manager of this group.`
  return { code: 'has_no_time_off', because }
}

/** By whom it is changed: the person, or the engineering manager for all others. */
export const actOfChange = (own: boolean) => (own ? ('pto.own' as const) : ('pto.others' as const))

type Entry = TimeOffDays & { kind: TimeOffKind }

/** Law: "Overlaps of one person merge or are refused". One kind becomes one entry; two kinds are never mixed. */
export function whyNotOverlap(wanted: Entry, others: readonly Entry[], name: string): Refusal | null {
  const other = others.find((one) => one.kind !== wanted.kind && overlaps(one, wanted))
  return other ? alreadyAway(name, other) : null
}

/** Says when, never why. */
export const alreadyAway = (
  name: string,
  { fromOn, toOn }: Pick<TimeOffDays, 'fromOn' | 'toOn'>,
): Refusal => ({
  code: 'time_off_overlaps',
  because: `${name} is already away ${spanText(fromOn, toOn)}. Change that entry.`,
})

/** What is said beside an entry that was written: nothing of it keeps anybody from going. */
export function timeOffWarnings(facts: { joined: readonly TimeOffDays[]; days: number }): Warning[] {
  const spans = facts.joined.map(({ fromOn, toOn }) => spanText(fromOn, toOn)).join(', ')
  return [
    ...(spans ? [{ code: 'joined', because: `Joined with ${spans}.` }] : []),
    ...(facts.days === 0 ? [{ code: 'no_working_days', because: 'No working days in it.' }] : []),
  ]
}

type Timebox = { startOn: PlainDate | null; dueOn: PlainDate | null }

/**
 * Handbook › Time Off: "Where possible, add time off a full milestone in advance." Later is always accepted, and said
 * calmly: it was entered after the milestone before the one in which it begins had started.
 */
export function isShortNotice(
  createdOn: PlainDate,
  { fromOn }: Pick<TimeOffDays, 'fromOn'>,
  milestones: readonly Timebox[],
): boolean {
  const boxes = milestones
    .flatMap(({ startOn, dueOn }) => (startOn === null || dueOn === null ? [] : [{ startOn, dueOn }]))
    .toSorted((a, b) => compareDays(a.startOn, b.startOn))
  const at = boxes.findIndex(({ startOn, dueOn }) => startOn <= fromOn && fromOn <= dueOn)
  const before = boxes[at - 1]
  return before ? createdOn > before.startOn : daysBetween(createdOn, fromOn) < USUAL_MILESTONE
}

/** Law: "DRI away for the coming week": today and the seven days after it, both included. */
export const soon = (today: PlainDate) => ({ from: today, to: addDays(today, 7) })

type Span = { from: PlainDate; to: PlainDate }

/**
 * Handbook › DRIs: handed over "explicitly (not by drift)". A working day or less needs no cover; weekends do not count.
 * @returns the sentence for the engineering manager; null where nothing drifts
 */
export function uncoveredText({ from, to }: Span, who = 'DRI'): string | null {
  const away = { fromOn: from, toOn: to, fromNoon: false, untilNoon: false }
  if (daysAway(away, (day) => (weekday(day) > 5 ? 0 : 1)) <= 1) return null
  return `Its ${who} is away ${spanText(from, to)}, without cover.`
}
