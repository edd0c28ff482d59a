import type { LabelFact } from '#lib/domain/labels.ts'

/** The labels that mean a type of work, in their order; `ignore` is no type to begin with. */
export const typeLabels = (labels: readonly LabelFact[]): LabelFact[] =>
  labels.filter(({ meaning }) => meaning?.startsWith('type.') && meaning !== 'type.ignore')
