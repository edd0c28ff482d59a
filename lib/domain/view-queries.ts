import type { Refusal } from '#lib/kit/refusal.ts'
import { areAlike } from '#lib/kit/visible.ts'

import { parseCondition } from './condition-parser.ts'
import { printCondition } from './conditions.ts'
import type { Condition } from './conditions.ts'

/**
 * Renaming a label changes nothing else: the part of an address behind the `?`, as a view keeps it, with the label's
 * new title wherever it is asked for, by a chip or in a written filter. What does not name it stays to the letter.
 */
export function withLabelRenamed(query: string, from: string, to: string): string {
  const before = new URLSearchParams(query)
  const after = new URLSearchParams()
  let renamed = false
  for (const [name, value] of before) {
    const next = valueWith(name, value, from, to)
    renamed ||= next !== value
    after.append(name, next)
  }
  return renamed ? readable(after) : query
}

/** `type!=bug` reads better than `type%21=bug`, and means the same. */
const readable = (query: URLSearchParams): string =>
  query.toString().replaceAll('%21=', '!=').replaceAll('%2C', ',')

function valueWith(name: string, value: string, from: string, to: string): string {
  if (name === 'label' || name === 'label!') return value === from ? to : value
  if (name !== 'filter') return value
  const parsed = parseCondition(value)
  if ('refusal' in parsed || !asksFor(parsed.condition, from)) return value
  return printCondition(renamedIn(parsed.condition, from, to))
}

const isLabel = (condition: Condition, title: string): boolean =>
  condition.kind === 'test' && condition.field === 'label' && condition.value === title

function asksFor(condition: Condition, title: string): boolean {
  if (condition.kind === 'test') return isLabel(condition, title)
  if (condition.kind === 'not') return asksFor(condition.of, title)
  return condition.of.some((one) => asksFor(one, title))
}

function renamedIn(condition: Condition, from: string, to: string): Condition {
  if (condition.kind === 'test') return isLabel(condition, from) ? { ...condition, value: to } : condition
  if (condition.kind === 'not') return { kind: 'not', of: renamedIn(condition.of, from, to) }
  return { kind: condition.kind, of: condition.of.map((one) => renamedIn(one, from, to)) }
}

/** Views are chosen by their titles: of one list each is there once. */
export function whyNotViewTitle(title: string, others: readonly string[]): Refusal | null {
  const alike = others.find((other) => areAlike(other, title))
  return alike === undefined
    ? null
    : { code: 'view_exists', because: `A view “${alike}” already exists. Choose another title.` }
}
