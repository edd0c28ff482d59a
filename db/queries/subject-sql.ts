import type { NumberedKind } from '#lib/domain/subjects.ts'

/** The column by which rows that hang on a subject are read. */
export const NUMBER: Record<NumberedKind, string> = { issue: 'issue_number', epic: 'epic_number' }
