import type { SubjectKind } from './event-subjects.ts'

/**
 * What people drive, hand over, comment on, are mentioned in and follow: each is known by a number in its group. Screens
 * do so with issues only.
 */
export const NUMBERED_KINDS = ['issue', 'epic'] as const satisfies readonly SubjectKind[]
export type NumberedKind = (typeof NUMBERED_KINDS)[number]
