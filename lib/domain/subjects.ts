import type { SubjectKind } from './event-subjects.ts'

/**
 * What people drive, hand over, comment on, are mentioned in and follow: each is known by a number in its group. Screens
 * do so with issues only.
 */
export const NUMBERED_KINDS = ['issue', 'epic'] as const satisfies readonly SubjectKind[]
export type NumberedKind = (typeof NUMBERED_KINDS)[number]

/** An issue or an epic, by the number that people read. */
export type NumberedSubject = { kind: NumberedKind; ref: number }

/** As addresses and bodies name it: `issue-12`, `epic-3`. */
export const subjectSlug = ({ kind, ref }: NumberedSubject): string => `${kind}-${ref}`

/** @returns null for what names no issue and no epic */
export function parseSubject(text: string): NumberedSubject | null {
  const [, kind, digits] = /^([a-z]+)-([1-9]\d{0,9})$/.exec(text) ?? []
  const known = NUMBERED_KINDS.find((one) => one === kind)
  const ref = Number(digits)
  return known !== undefined && ref <= 2_147_483_647 ? { kind: known, ref } : null
}

/** As people name it: `#12`, `&3`. */
export const subjectSign = ({ kind, ref }: NumberedSubject): string => `${kind === 'epic' ? '&' : '#'}${ref}`

/** What an inbox item hangs on: an event of another subject tells no one. */
export const TOLD_KINDS = [
  'issue',
  'epic',
  'milestone',
  'team',
  'person',
  'model',
  'activity',
  'sync',
] as const satisfies readonly SubjectKind[]
export type ToldKind = (typeof TOLD_KINDS)[number]

export const isToldKind = (kind: SubjectKind): kind is ToldKind => TOLD_KINDS.some((one) => one === kind)

export const issueSubject = (ref: number): NumberedSubject => ({ kind: 'issue', ref })
export const epicSubject = (ref: number): NumberedSubject => ({ kind: 'epic', ref })
