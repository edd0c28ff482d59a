import { isPlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import { NONE } from './filters.ts'
import type { Filter } from './filters.ts'
import { CLOSE_REASONS, HEALTHS } from './issues.ts'
import { WORK_TYPES } from './labels.ts'
import { STATES } from './workflow.ts'

/** Everything that an issue can be asked about. `person` is DRI or assignee; `text` is the title or the number. */
export const CONDITION_FIELDS = [
  'text',
  'type',
  'label',
  'person',
  'dri',
  'assignee',
  'author',
  'team',
  'epic',
  'milestone',
  'weight',
  'state',
  'reason',
  'workflow',
  'health',
  'confidential',
  'due',
  'created',
  'updated',
  'closed',
] as const
export type ConditionField = (typeof CONDITION_FIELDS)[number]
export const OPS = [':', '<', '<=', '>', '>='] as const
export type Op = (typeof OPS)[number]

/** `created`, `updated` and `closed` compare a day, or how many days ago it was: `updated>7d` is longer ago than a week. */
export type Test = { kind: 'test'; field: ConditionField; op: Op; value: string }
export type Condition =
  | Test
  | { kind: 'not'; of: Condition }
  | { kind: 'all'; of: readonly Condition[] }
  | { kind: 'any'; of: readonly Condition[] }

export const NO_CONDITION: Condition = { kind: 'all', of: [] }

export const asks = (condition: Condition): boolean => condition.kind !== 'all' || condition.of.length > 0

const ORDERED: ReadonlySet<ConditionField> = new Set(['weight', 'due', 'created', 'updated', 'closed'])
const CHOICES: Partial<Record<ConditionField, readonly string[]>> = {
  type: [...WORK_TYPES, NONE],
  state: ['open', 'closed'],
  reason: [...CLOSE_REASONS, NONE],
  workflow: [...STATES, NONE],
  health: [...HEALTHS, NONE],
  confidential: ['yes', 'no'],
}

/** Says what is wrong with a single question before anybody is asked it. */
export function whyNotTest({ field, op, value }: Omit<Test, 'kind'>): Refusal | null {
  if (value.trim() === '' || value.includes('\0')) return wrong(`Say what “${field}” shall be.`)
  if (op !== ':' && !ORDERED.has(field)) return wrong(`“${field}” has no order: write ${field}:… instead.`)
  if (op !== ':' && value === NONE) return wrong(`Write ${field}:${NONE} for what has none.`)
  const choices = CHOICES[field]
  if (choices && !choices.includes(value)) return wrong(`“${field}” is one of ${choices.join(', ')}.`)
  if (field === 'weight' && value !== NONE && !/^\d{1,2}$/.test(value)) {
    return wrong('A weight is a whole number from 0 to 99, or none.')
  }
  if (field === 'epic' && value !== NONE && !/^\d{1,9}$/.test(value)) {
    return wrong('An epic is named by its number, such as epic:3.')
  }
  if (field === 'due' && value !== NONE && !isPlainDate(value)) {
    return wrong('A due day is written as 2026-11-30.')
  }
  if (isAge(field) && !/^\d{1,5}d$/.test(value) && !isPlainDate(value) && value !== NONE) {
    return wrong(`Write ${field}<7d for less than a week ago, or a day such as 2026-11-30.`)
  }
  return null
}

export const isAge = (field: ConditionField): field is 'created' | 'updated' | 'closed' =>
  field === 'created' || field === 'updated' || field === 'closed'

const wrong = (because: string): Refusal => ({ code: 'condition', because })

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
  const words = text.split(/\s+/).filter(Boolean)
  const test = (field: ConditionField, value: string): Condition => ({ kind: 'test', field, op: ':', value })
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
