import { TIME_OFF_KINDS } from '#lib/domain/time-off.ts'
import type { TimeOffKind } from '#lib/domain/time-off.ts'

const TITLES: Record<TimeOffKind, string> = {
  vacation: 'Vacation',
  public: 'Public duty',
  sick: 'Sick',
  other: 'Other',
}

export const KIND_CHOICES = TIME_OFF_KINDS.map((value) => ({ value, label: TITLES[value] }))

/** “vacation”; “away” where the kind is not told. */
export const kindText = (kind: TimeOffKind | null): string =>
  kind === null ? 'away' : TITLES[kind].toLowerCase()

export const isKind = (value: string): value is TimeOffKind => TIME_OFF_KINDS.some((kind) => kind === value)
