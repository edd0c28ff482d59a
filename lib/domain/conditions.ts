import type { ConditionField, Test } from './condition-fields.ts'

export type Condition =
  | Test
  | { kind: 'not'; of: Condition }
  | { kind: 'all'; of: readonly Condition[] }
  | { kind: 'any'; of: readonly Condition[] }

export const NO_CONDITION: Condition = { kind: 'all', of: [] }

export const asks = (condition: Condition): boolean => condition.kind !== 'all' || condition.of.length > 0

/** Whether it asks for a field anywhere. */
export function asksFor(condition: Condition, field: ConditionField): boolean {
  if (condition.kind === 'test') return condition.field === field
  if (condition.kind === 'not') return asksFor(condition.of, field)
  return condition.of.some((one) => asksFor(one, field))
}

/** Groups of one kind within another say the same as one group, and a group of one says the same as its only part. */
export function normal(condition: Condition): Condition {
  if (condition.kind === 'test') return condition
  if (condition.kind === 'not') return { kind: 'not', of: normal(condition.of) }
  const { kind } = condition
  const of = condition.of.map(normal).flatMap((one) => (one.kind === kind ? one.of : [one]))
  const [only] = of
  return only && of.length === 1 ? only : { kind, of }
}

/** The condition in the language that `parseCondition` reads. */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'test':
      return printTest(condition)
    case 'not':
      return `not ${part(condition.of)}`
    case 'all':
    case 'any':
      return condition.of.map(part).join(condition.kind === 'all' ? ' and ' : ' or ')
  }
}

function part(condition: Condition): string {
  const text = printCondition(condition)
  return condition.kind === 'all' || condition.kind === 'any' ? `(${text})` : text
}

function printTest({ field, op, value }: Test): string {
  const isNamed = field !== 'text'
  if (!isNamed && op === ':' && isBareWord(value)) return value
  const bare = isNamed && /^[^\s()"\\]+$/.test(value)
  const written = bare ? value : `"${value.replace(/["\\]/g, (sign) => `\\${sign}`)}"`
  return isNamed ? `${field}${op}${written}` : written
}

/** A word that cannot be taken for a question or for a word of the language. */
const isBareWord = (word: string): boolean =>
  /^[^\s()"\\]+$/.test(word) && !/^[a-z]+[:<>]/i.test(word) && !/^(and|or|not)$/i.test(word)
