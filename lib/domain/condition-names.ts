import { addDays } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { canBeEmpty, isDay, isPerson, ME, NAMED_DAYS } from './condition-fields.ts'
import type { Test } from './condition-fields.ts'
import type { Condition } from './conditions.ts'
import { ANY, NONE } from './filters.ts'

/** Who asks, and when: a handle, slugs of milestones, the group's day. */
export type Asker = {
  me: string | null
  current: string | null
  next: string | null
  today: PlainDate
}

const NOTHING: Condition = { kind: 'any', of: [] }

/**
 * The condition with the names that depend on who asks and when replaced by what they stand for: `me`, `current`,
 * `next`, `any`, and days that are counted from today. A name that stands for no person finds nothing.
 */
export function grounded(condition: Condition, asker: Asker): Condition {
  switch (condition.kind) {
    case 'test':
      return groundedTest(condition, asker)
    case 'not':
      return { kind: 'not', of: grounded(condition.of, asker) }
    case 'all':
    case 'any':
      return { kind: condition.kind, of: condition.of.map((one) => grounded(one, asker)) }
  }
}

function groundedTest(test: Test, asker: Asker): Condition {
  const { field, value } = test
  if (value === NONE) return test
  if (value === ANY && canBeEmpty(field)) return { kind: 'not', of: { ...test, value: NONE } }
  if (value === ME && isPerson(field)) return named(test, asker.me)
  if (field === 'milestone' && (value === 'current' || value === 'next')) return named(test, asker[value])
  return isDay(field) ? { ...test, value: dayOf(test, asker.today) } : test
}

const named = (test: Test, value: string | null): Condition => (value === null ? NOTHING : { ...test, value })

/** A number of days without a sign stays one where it says how long ago something was. */
function dayOf({ field, value }: Test, today: PlainDate): string {
  const [, sign = '', count] = /^([+-]?)(\d{1,5})d$/.exec(value) ?? []
  if (count === undefined) {
    const name = Object.entries(NAMED_DAYS).find(([one]) => one === value)
    return name ? addDays(today, name[1]) : value
  }
  if (sign === '' && field !== 'due') return value
  return addDays(today, sign === '-' ? -Number(count) : Number(count))
}
