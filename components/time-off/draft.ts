import type { TimeOffEntry } from '#lib/contract/time-off.ts'
import { whyNotDay } from '#lib/domain/days.ts'
import { overlaps, whyNotDays } from '#lib/domain/time-off.ts'
import type { TimeOffDays, TimeOffKind } from '#lib/domain/time-off.ts'
import type { Refusal } from '#lib/kit/refusal.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { daysOfEntry } from './lines.ts'

/** What is being entered: of a new entry, or of one that is edited. Days may be empty, or words that are no day yet. */
export type Draft = {
  entry: number | null
  person: string
  from: string
  to: string
  fromNoon: boolean
  untilNoon: boolean
  kind: TimeOffKind
  note: string
}

export const newDraft = (person: string): Draft => ({
  entry: null,
  person,
  from: '',
  to: '',
  fromNoon: false,
  untilNoon: false,
  kind: 'vacation',
  note: '',
})

export const draftOf = ({ id, person, from, to, fromNoon, untilNoon, kind, note }: TimeOffEntry): Draft => ({
  entry: id,
  person,
  from,
  to,
  fromNoon,
  untilNoon,
  kind: kind ?? 'other',
  note: note ?? '',
})

/** Between two days in either order, as they are dragged over. */
export const withDays = (draft: Draft, a: PlainDate, b: PlainDate): Draft => ({
  ...draft,
  ...(a <= b ? { from: a, to: b } : { from: b, to: a }),
})

/** Without a last day, the first is both. */
const spanOf = ({ from, to, fromNoon, untilNoon }: Draft): TimeOffDays =>
  daysOfEntry({ from, to: to === '' ? from : to, fromNoon, untilNoon })

export function whyNotDraft(draft: Draft): Refusal | null {
  if (draft.from === '') return { code: 'days_missing', because: 'Choose the days.' }
  const span = spanOf(draft)
  return whyNotDay(span.fromOn) ?? whyNotDay(span.toOn) ?? whyNotDays(span)
}

/** Null as long as it says no days that time off can take. */
export const daysOfDraft = (draft: Draft): TimeOffDays | null => (whyNotDraft(draft) ? null : spanOf(draft))

/** Working days that an absence takes beside those that are entered already, by half days. */
export function daysMore(
  span: TimeOffDays,
  entries: readonly TimeOffDays[],
  workOn: (day: PlainDate) => number,
): number {
  let sum = 0
  for (let day = span.fromOn; day <= span.toOn; day = addDays(day, 1)) {
    for (const isMorning of [true, false]) {
      const half = { fromOn: day, toOn: day, fromNoon: !isMorning, untilNoon: isMorning }
      if (overlaps(span, half) && !entries.some((entry) => overlaps(entry, half))) sum += workOn(day) / 2
    }
  }
  return sum
}
