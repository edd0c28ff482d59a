import { spanText } from '#lib/kit/day-text.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import type { AgendaKind } from './agenda.ts'

/** What comes of an item. All but a note settle it. */
export const SYNC_OUTCOMES = [
  'assign',
  'unblock',
  'hand_over',
  'revisit',
  'no_volunteer',
  'help',
  'lower',
  'decide',
  'move',
  'done',
  'note',
] as const
export type SyncOutcome = (typeof SYNC_OUTCOMES)[number]

export const OUTCOME_TITLES: Record<SyncOutcome, string> = {
  assign: 'Assign DRI',
  unblock: 'Unblock',
  hand_over: 'Hand over',
  revisit: 'Revisit',
  no_volunteer: 'No volunteer',
  help: 'Help',
  lower: 'Lower hand',
  decide: 'Decide',
  move: 'Move',
  done: 'Done',
  note: 'Note',
}

/** The letter that chooses it; those without one have a button alone. */
export const OUTCOME_KEYS: Partial<Record<SyncOutcome, string>> = {
  assign: 'A',
  unblock: 'U',
  hand_over: 'D',
  revisit: 'V',
  no_volunteer: 'N',
}

export const settles = (kind: SyncOutcome): boolean => kind !== 'note'

type ItemFacts = { kind: AgendaKind; about: 'issue' | 'epic' | null; driven: boolean; helped: boolean }

/** What can come of an item, in the order of its buttons. */
export function outcomesOf({ kind, about, driven, helped }: ItemFacts): SyncOutcome[] {
  if (kind === 'point') return ['done', 'revisit', 'note']
  if (kind === 'push-back') return ['decide', 'revisit', 'note']
  const hand: SyncOutcome[] = kind === 'hand' ? [...(helped ? [] : ['help' as const]), 'lower'] : []
  if (about === null) return [...hand, 'unblock', 'revisit', 'note']
  const driver: SyncOutcome = driven ? 'hand_over' : 'assign'
  const ofIssue: SyncOutcome[] = about === 'issue' ? ['no_volunteer', 'move'] : []
  return [driver, 'unblock', 'revisit', ...ofIssue, ...hand, 'done', 'note']
}

export type OutcomeFacts = {
  kind: SyncOutcome
  /** The name of the person whom it names. */
  person: string | null
  day: PlainDate | null
  text: string
}

const withText = (sentence: string, text: string) => (text === '' ? `${sentence}.` : `${sentence}: ${text}`)

/** What came of an item, as the minutes tell it. */
export function outcomeText({ kind, person, day, text }: OutcomeFacts): string {
  const by = day === null ? '' : ` by ${spanText(day, day)}`
  switch (kind) {
    case 'assign':
      return withText(`${person ?? 'A person of the group'} is the DRI`, text)
    case 'hand_over':
      return withText(`To ${person ?? 'another person'}`, text)
    case 'unblock':
      return person === null && day === null ? text : withText(`${person ?? 'The group'}${by}`, text)
    case 'revisit':
      return withText(`On ${day === null ? 'another day' : spanText(day, day)}`, text)
    case 'help':
      return withText(`${person ?? 'A person of the group'} helps`, text)
    case 'move':
    case 'lower':
    case 'no_volunteer':
    case 'decide':
    case 'note':
      return text
    case 'done':
      return text === '' ? 'Talked about.' : text
  }
}

type Day = { day: PlainDate | null; today: PlainDate }

/** A day to look at it again lies ahead. */
export const whyNotRevisitOn = ({ day, today }: Day): Refusal | null =>
  day !== null && day <= today ? { code: 'day_over', because: 'Choose a day after today.' } : null

/** Of two who record at once the second reads what the first one recorded, and may add to it. */
export const whyNotRecord = (first: { name: string; kind: SyncOutcome } | null): Refusal | null =>
  first && {
    code: 'recorded',
    because: `${first.name} already recorded “${OUTCOME_TITLES[first.kind]}”. Record again to add yours.`,
  }

export const MOST_OF_OUTCOME = 2_000
export const MOST_OF_POINT = 300

type Fields = {
  kind: SyncOutcome
  /** Of a blocked issue: it is free now. */
  unblocked: boolean
  to: string | null
  on: PlainDate | null
  reason: string | null
  milestone: string | null | undefined
  decision: string | null
  text: string
}

const MISSING: Partial<Record<SyncOutcome, (fields: Fields) => string | false>> = {
  assign: ({ to }) => to === null && 'Choose the DRI.',
  hand_over: ({ to, text }) =>
    to === null ? 'Choose the next DRI.' : text === '' && 'Leave the next DRI some context.',
  unblock: ({ text, unblocked }) => text === '' && !unblocked && 'Say what unblocks it.',
  revisit: ({ on }) => on === null && 'Choose the day on which to look at it again.',
  no_volunteer: ({ reason, text }) =>
    reason === null
      ? 'Choose why there is no volunteer.'
      : reason === 'other' && text === '' && 'Say why there was no volunteer.',
  lower: ({ text }) => text === '' && 'Say how it ended.',
  decide: ({ decision }) => decision === null && 'Choose a decision.',
  move: ({ milestone }) => milestone === undefined && 'Choose a milestone.',
  note: ({ text }) => text === '' && 'Write the note.',
}

/** What an outcome needs to be recorded; each opens only these fields. */
export function whyNotFilled(fields: Fields): Refusal | null {
  const because = MISSING[fields.kind]?.(fields) ?? false
  return because === false ? null : { code: 'missing', because }
}

/** What each outcome may say beside its text. */
const TAKES: Partial<Record<SyncOutcome, readonly string[]>> = {
  assign: ['to', 'from'],
  hand_over: ['to', 'from', 'atOnce'],
  unblock: ['to', 'on', 'unblocked'],
  revisit: ['on', 'version'],
  no_volunteer: ['reason'],
  decide: ['decision', 'version', 'on'],
  move: ['milestone'],
}

/** What does not belong to an outcome is refused, rather than left out; what is free now waits for no person and no day. */
export function whyNotTaken(kind: SyncOutcome, given: Readonly<Record<string, unknown>>): Refusal | null {
  const takes = given.unblocked === true && kind === 'unblock' ? ['unblocked'] : (TAKES[kind] ?? [])
  const odd = Object.keys(given).find((field) => given[field] !== undefined && !takes.includes(field))
  return odd === undefined
    ? null
    : { code: 'not_of_this', because: `“${OUTCOME_TITLES[kind]}” takes no “${odd}”.` }
}
