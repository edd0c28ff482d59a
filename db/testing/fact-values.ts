import type { Fact, FactsShown } from '#lib/domain/facts/facts.ts'
import type { FactName } from '#lib/domain/facts/names.ts'

const DAYS = ['2026-01-09', '2026-01-10', '2025-12-31']

/** Values that a fact can have, two and more. */
export function someValues(fact: Fact): readonly FactsShown[FactName][] {
  if (fact.kind === 'choice') return fact.values
  return fact.kind === 'day' ? DAYS : [true, false]
}

export const someValue = (fact: Fact, nth: number): FactsShown[FactName] => {
  const values = someValues(fact)
  return values[nth % values.length] ?? null
}
