import { BESIDE_CARDS } from '#lib/contract/fact-shapes.ts'
import type { Op } from '#lib/domain/condition-fields.ts'
import { ALL_FACTS } from '#lib/domain/facts/facts.ts'
import type { Fact } from '#lib/domain/facts/facts.ts'
import { NONE } from '#lib/domain/filters.ts'
import { issues } from '../schema/issues.ts'
import { listed } from './issue-sql.ts'
import type { Given } from './word-sql.ts'

// The facts of the issue `i` that are one value each.

/** A column's name is ours, never a person's words. */
export const columnOf = ({ key }: Pick<Fact, 'key'>): string => `i.${issues[key].name}`

/** By the names of the ledger. */
export const KEPT = ALL_FACTS.map((fact) => `${columnOf(fact)} as "${fact.key}"`).join(', ')
/** What cards go without, by the names of the endpoints. */
export const BESIDE = ALL_FACTS.filter(({ name }) => Object.hasOwn(BESIDE_CARDS, name))
  .map((fact) => `${columnOf(fact)} as "${fact.name}"`)
  .join(', ')

export const factOrder = (fact: Fact): string =>
  fact.kind === 'choice' ? `array_position(${listed(fact.values)}, ${columnOf(fact)})` : columnOf(fact)

type Asked = { op: Op; value: string }
type Days = { today: string }

/** Whether it is what a condition asks for. */
export function factSql(fact: Fact, { op, value }: Asked, given: Given, days: Days): string {
  const column = columnOf(fact)
  switch (fact.kind) {
    case 'choice':
      return value === NONE ? `${column} is null` : `coalesce(${column} = ${given(value)}, false)`
    case 'day':
      return daySql(column, op, value, given, days)
    case 'flag':
      return value === 'yes' ? column : `not ${column}`
  }
}

/** Nothing but the signs of the law ever stands in the text. */
export const sign = (op: Op) => (op === ':' ? '=' : op)

export function daySql(day: string, op: Op, value: string, given: Given, { today }: Days): string {
  if (value === NONE) return `${day} is null`
  if (!value.endsWith('d')) return `coalesce(${day} ${sign(op)} ${given(value)}::date, false)`
  return `coalesce((${given(today)}::date - ${day}) ${sign(op)} ${given(Number(value.slice(0, -1)))}::int, false)`
}
