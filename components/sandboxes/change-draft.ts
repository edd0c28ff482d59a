import type { NewSandboxChange, SandboxView } from '#lib/contract/sandboxes.ts'
import { TERMS, type Term } from '#lib/domain/capacity/terms.ts'
import { isFraction, termTitle } from '#lib/domain/capacity/text.ts'
import { addDays, isPlainDate, type PlainDate, weekday } from '#lib/kit/plain-date.ts'

/** What a person chooses from; each is one change of the contract. */
export const KINDS = [
  { value: 'timeOff', label: 'Time off of a person' },
  { value: 'timeOffCut', label: 'Less time off of a person' },
  { value: 'share', label: 'Share of a person in a team' },
  { value: 'focus', label: 'Focus in this milestone' },
  { value: 'term', label: 'Another figure of a person' },
  { value: 'in', label: 'Add a candidate' },
  { value: 'out', label: 'Remove a candidate' },
  { value: 'dri', label: 'DRI of a candidate' },
] as const
export type Kind = (typeof KINDS)[number]['value']
export const isKind = (value: string): value is Kind => KINDS.some((one) => one.value === value)

export type Draft = {
  kind: Kind
  person: string
  /** The time off that is cut; null until it is chosen. */
  entry: number | null
  /** “julie gateway-services”. */
  place: string
  from: string
  to: string
  fromNoon: boolean
  untilNoon: boolean
  term: Term
  /** Empty for the whole milestone. */
  week: string
  value: string
  reason: string
}

/** Time off begins with the first Monday of the milestone until another day is chosen. */
const firstMonday = (startOn: PlainDate): PlainDate => addDays(startOn, (8 - weekday(startOn)) % 7)

export const newDraft = ({ rows, milestone }: SandboxView): Draft => ({
  kind: 'timeOff',
  person: rows[0]?.person ?? '',
  entry: null,
  place: rows[0] ? placeOf(rows[0]) : '',
  from: milestone.startOn === null ? '' : firstMonday(milestone.startOn),
  to: milestone.startOn === null ? '' : firstMonday(milestone.startOn),
  fromNoon: false,
  untilNoon: false,
  term: 'triageDays',
  week: '',
  value: '',
  reason: '',
})

export const placeOf = ({ person, team }: { person: string; team: string }) => `${person} ${team}`

/** Share has a choice of its own, and time off is entered as days. */
export const TERM_CHOICES = TERMS.filter((term) => term !== 'share').map((term) => ({
  value: term,
  label: termTitle(term),
}))
export const isTerm = (value: string): value is Term => TERMS.some((term) => term === value)

export const finds = (kind: Kind): boolean => kind === 'in' || kind === 'out' || kind === 'dri'

/** What is written beside an override, or told to a new DRI. */
export const hasReason = (kind: Kind): boolean => !['timeOff', 'timeOffCut', 'in', 'out'].includes(kind)

/** Another kind of change. The person and the days of time off that was chosen do not stay for it. */
export const ofKind = (draft: Draft, kind: Kind, view: SandboxView): Draft =>
  draft.entry === null ? { ...draft, kind, value: '' } : { ...newDraft(view), kind, reason: draft.reason }

const numberOf = (typed: string): number | null => {
  const value = Number(typed.trim().replace(',', '.'))
  return typed.trim() === '' || Number.isNaN(value) || value < 0 ? null : value
}

/** The change that a draft asks for, or why it is none yet. @param ref the issue that was found */
export function changeOf(draft: Draft, ref = 0): NewSandboxChange | string {
  const { kind, person, place, from, to, fromNoon, untilNoon, term, week } = draft
  const value = numberOf(draft.value)
  switch (kind) {
    case 'timeOff':
    case 'timeOffCut':
      if (kind === 'timeOffCut' && draft.entry === null) return 'Choose the time off.'
      if (!isPlainDate(from) || !isPlainDate(to)) return 'Enter the first and the last day.'
      return from > to
        ? 'The last day must be on or after the first.'
        : { what: kind, person, from, to, fromNoon, untilNoon }
    case 'share': {
      const [who = '', team = null] = place.split(' ')
      if (value === null || value > 100) return 'Enter between 0 and 100 %.'
      return { what: 'override', person: who, team, weekOn: null, term: 'share', value: value / 100 }
    }
    case 'focus':
      return value === null || value > 2 ? 'Focus is between 0 and 2.' : { what: 'focus', value }
    case 'term':
      if (value === null) return isFraction(term) ? 'Enter a number.' : 'Enter a number of days.'
      return { what: 'override', person, team: null, weekOn: week || null, term, value }
    case 'in':
    case 'out':
      return { what: 'candidate', ref, isIn: kind === 'in' }
    case 'dri':
      return { what: 'dri', ref, person }
  }
}
