import { lastDayOf } from '#lib/kit/iso-week.ts'
import {
  addDays,
  daysBetween,
  isoWeek,
  monthOf,
  plainDate,
  type PlainDate,
  weekday,
} from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import type { ActivityKind, Period, Rhythm } from './activities.ts'

export const RECORDED_STATES = ['happened', 'skipped'] as const
export type RecordedState = (typeof RECORDED_STATES)[number]
export const OCCURRENCE_STATES = ['happened', 'skipped', 'missed', 'open', 'coming'] as const
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number]

export const OCCURRENCE_TITLES: Record<OccurrenceState, string> = {
  happened: 'Happened',
  skipped: 'Skipped',
  missed: 'Missed',
  open: 'Not recorded yet',
  coming: 'Coming',
}

export type Timebox = { id: string; slug: string; title: string; startOn: PlainDate; dueOn: PlainDate }
/** A day on which an activity is due; with the milestone, where it comes with milestones. */
export type Planned = { day: PlainDate; milestone: Timebox | null }

type Span = { from: PlainDate; to: PlainDate }

/** The days of a span, both ends included, on which an activity with these rhythms is due; the earliest first. */
export function plannedIn(
  periods: readonly Period[],
  { from, to }: Span,
  milestones: readonly Timebox[],
): Planned[] {
  const found: (Planned & { key: string })[] = []
  for (const [at, period] of periods.entries()) {
    const next = periods[at + 1]
    const until = next && next.from <= to ? addDays(next.from, -1) : to
    for (const planned of daysOf(period, { from, to: until }, milestones)) {
      const key = keyOf(period, planned)
      // where one rhythm takes the place of another, a week or a month has it once
      if (found.at(-1)?.key !== key) found.push({ ...planned, key })
    }
  }
  return found.map(({ day, milestone }) => ({ day, milestone }))
}

const keyOf = ({ every }: Rhythm, { day, milestone }: Planned): string =>
  milestone ? `milestone ${milestone.id}` : every === 'month' ? monthOf(day) : isoWeek(day)

function daysOf(period: Period, span: Span, milestones: readonly Timebox[]): Planned[] {
  const { every, from: since } = period
  const from = since > span.from ? since : span.from
  if (every === 'milestone')
    return milestones
      .map((milestone) => ({ day: period.at === 'end' ? milestone.dueOn : milestone.startOn, milestone }))
      .filter(({ day }) => day >= from && day <= span.to)
      .toSorted((a, b) => daysBetween(b.day, a.day))
  const days = every === 'month' ? monthly(period, from, span.to) : weekly(period, from, span.to)
  return days.map((day) => ({ day, milestone: null }))
}

/** Every second week is counted from the first such day of the rhythm on. */
function weekly({ every, day, from: since }: Period, from: PlainDate, to: PlainDate): PlainDate[] {
  const step = every === 'two_weeks' ? 14 : 7
  const first = addDays(since, ((day ?? 1) - weekday(since) + 7) % 7)
  const behind = Math.max(0, Math.ceil(daysBetween(first, from) / step))
  const days: PlainDate[] = []
  for (let one = addDays(first, behind * step); one <= to; one = addDays(one, step)) days.push(one)
  return days
}

function monthly({ day, nth }: Period, from: PlainDate, to: PlainDate): PlainDate[] {
  const days: PlainDate[] = []
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  for (;;) {
    const first = plainDate(year, month, 1)
    if (first > to) return days
    const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1]
    const one = nthOf(first, day ?? 1, nth ?? 1, plainDate(nextYear, nextMonth, 1))
    if (one >= from && one <= to) days.push(one)
    ;[year, month] = [nextYear, nextMonth]
  }
}

function nthOf(first: PlainDate, day: number, nth: number, after: PlainDate): PlainDate {
  const one = addDays(first, ((day - weekday(first) + 7) % 7) + (nth - 1) * 7)
  return one < after ? one : addDays(one, -7)
}

/** The last day on which an occurrence may still come: one of updates until its week is over, a close or a retrospective for a week. */
export function openUntil(kind: ActivityKind, day: PlainDate, derived: boolean): PlainDate {
  if (!derived) return day
  if (kind === 'milestone_close' || kind === 'retrospective') return addDays(day, 7)
  return kind === 'planning' ? day : lastDayOf(isoWeek(day))
}

type Standing = {
  recorded: RecordedState | null
  /** Whether Saydo has seen it happen. */
  seen: boolean
  until: PlainDate
  today: PlainDate
}

/** What is seen to happen has happened, whatever was recorded. */
export function stateOf(day: PlainDate, { recorded, seen, until, today }: Standing): OccurrenceState {
  if (seen) return 'happened'
  if (recorded !== null) return recorded
  if (day > today) return 'coming'
  return until >= today ? 'open' : 'missed'
}

type Recording = {
  state: RecordedState
  note: string
  day: PlainDate
  today: PlainDate
  planned: boolean
  /** Whether Saydo sees by itself when it happens. */
  derived: boolean
  /** Whether the person owns it, or it has no owner; and whether they lead. */
  mine: boolean
  leads: boolean
}

/** The owner and the EM record; what Saydo sees by itself is never ticked by hand, but may be skipped. */
export function whyNotRecord({ state, note, ...it }: Recording): Refusal | null {
  if (!it.planned) return { code: 'no_occurrence', because: 'This activity is not due on that day.' }
  if (!it.mine && !it.leads)
    return {
      code: 'not_yours',
      because: 'Only the owner of the activity and the engineering manager can record it.',
    }
  if (state === 'skipped')
    return note.trim() === '' ? { code: 'missing', because: 'Say why it is skipped.' } : null
  if (it.derived)
    return {
      code: 'derived',
      because: 'Saydo records automatically whether this happened. You can skip it with a reason.',
    }
  return it.day > it.today ? { code: 'not_yet', because: 'It has not come yet.' } : null
}

/** At 9 in the morning of the group, on the day after. */
export const ACTIVITY_REMINDER_HOUR = 9
/** What was missed longer ago is no longer asked about. */
export const LATEST_REMINDER_DAYS = 6
