import { isOrdered, OPS } from './condition-fields.ts'
import type { ConditionField, Op, Test } from './condition-fields.ts'
import type { Filter } from './filters.ts'
import { wordsOf } from './search.ts'

export type Condition =
  | Test
  | { kind: 'not'; of: Condition }
  | { kind: 'all'; of: readonly Condition[] }
  | { kind: 'any'; of: readonly Condition[] }

export const NO_CONDITION: Condition = { kind: 'all', of: [] }

export const asks = (condition: Condition): boolean => condition.kind !== 'all' || condition.of.length > 0

/** Groups of one kind within another say the same as one group, and a group of one says the same as its only part. */
export function normal(condition: Condition): Condition {
  if (condition.kind === 'test') return condition
  if (condition.kind === 'not') return { kind: 'not', of: normal(condition.of) }
  const { kind } = condition
  const of = condition.of.map(normal).flatMap((one) => (one.kind === kind ? one.of : [one]))
  const [only] = of
  return only && of.length === 1 ? only : { kind, of }
}

/** What the chips of a filter ask: values of one field are alternatives, of labels an issue holds all. */
export function conditionOf({ text, clauses }: Filter, more: readonly Condition[] = []): Condition {
  const words = wordsOf(text)
  const test = (field: ConditionField, value: string): Condition => ({
    kind: 'test',
    field,
    ...comparison(field, value),
  })
  const fields = [...new Set(clauses.map(({ field }) => field))]
  const chips = fields.flatMap((field): Condition[] => {
    const of = (is: boolean) =>
      clauses
        .filter((clause) => clause.field === field && clause.is === is)
        .map(({ value }) => test(field, value))
    const [wanted, unwanted] = [of(true), of(false)]
    const enough: Condition[] =
      wanted.length === 0 || field === 'label' ? wanted : [{ kind: 'any', of: wanted }]
    return [...enough, ...unwanted.map((one): Condition => ({ kind: 'not', of: one }))]
  })
  return normal({ kind: 'all', of: [...words.map((word) => test('text', word)), ...chips, ...more] })
}

/** The value of a chip may begin with a comparison, as in `due=<7d`. */
function comparison(field: ConditionField, value: string): { op: Op; value: string } {
  const op = isOrdered(field)
    ? OPS.toReversed().find((one) => one !== ':' && value.startsWith(one))
    : undefined
  return op ? { op, value: value.slice(op.length) } : { op: ':', value }
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
  const words = field !== 'text'
  if (!words && op === ':' && isBareWord(value)) return value
  const bare = words && /^[^\s()"\\]+$/.test(value)
  const written = bare ? value : `"${value.replace(/["\\]/g, (sign) => `\\${sign}`)}"`
  return words ? `${field}${op}${written}` : written
}

/** A word that cannot be taken for a question or for a word of the language. */
const isBareWord = (word: string): boolean =>
  /^[^\s()"\\]+$/.test(word) && !/^[a-z]+[:<>]/i.test(word) && !/^(and|or|not)$/i.test(word)
