import { type NumberedSubject, subjectSlug } from '../subjects.ts'

type Settling = { item: string; about: NumberedSubject | null }

/**
 * Whether an outcome settled an item: one of its own, or of an issue or epic any that was recorded on it, as with its hand. A
 * hand or a push-back is settled by its own alone.
 */
export function subjectsSettled(outcomes: readonly Settling[]): (entry: { key: string }) => boolean {
  const keys = new Set(outcomes.flatMap(({ item, about }) => (about ? [item, subjectSlug(about)] : [item])))
  return ({ key }) => keys.has(key)
}
