import { isPlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import { CONFIDENCES } from './confidence.ts'
import { ALL_FACTS, factOf } from './facts/facts.ts'
import { FACT_NAMES } from './facts/names.ts'
import { ANY, NONE } from './filters.ts'
import { FINDING_NAMES } from './findings.ts'
import { CLOSE_REASONS, ISSUE_KINDS } from './issues.ts'
import { WORK_TYPES } from './labels.ts'
import { LINK_ROLES } from './links.ts'
import { STATES } from './workflow.ts'

/**
 * Everything that an issue can be asked about. `person` is DRI or assignee; `text` is a word of title or
 * description, or the number, as the search finds it; `title` is words of the title, or the number; `waiting`
 * is what a blocked issue needs and from whom; `blocked` is blocked by its state or by another open issue; `confidence` is what
 * was said last of an open issue about its milestone. Without a word about `kind`, issues of kind `issue` alone are looked through.
 */
export const CONDITION_FIELDS = [
  'text',
  'title',
  'description',
  'kind',
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
  'blocked',
  'waiting',
  'link',
  ...FACT_NAMES,
  'confidence',
  'watched',
  'finding',
  'created',
  'updated',
  'closed',
] as const
export type ConditionField = (typeof CONDITION_FIELDS)[number]
export const OPS = [':', '<', '<=', '>', '>='] as const
export type Op = (typeof OPS)[number]

/**
 * Days are days, named days, or counted from today: `-30d` is the day thirty days ago. Without a sign `created`,
 * `updated` and `closed` compare how long ago it was (`updated>7d`: longer ago than a week), and `due` how far off
 * it is (`due<7d`: less than a week from now, or past).
 */
export type Test = { kind: 'test'; field: ConditionField; op: Op; value: string }

/** What stands for the reader, and for what is current when it is asked. */
export const ME = 'me'
export const NAMED_DAYS = { yesterday: -1, today: 0, tomorrow: 1 } as const

const PERSONS: ReadonlySet<ConditionField> = new Set(['person', 'dri', 'assignee', 'author'])
const DAYS: ReadonlySet<ConditionField> = new Set([
  ...(['created', 'updated', 'closed'] as const),
  ...ALL_FACTS.filter(({ kind }) => kind === 'day').map(({ name }) => name),
])
/** Fields that may be empty, and so can be asked for `none` and for `any`. */
const EMPTIABLE: ReadonlySet<ConditionField> = new Set([
  ...PERSONS,
  ...DAYS,
  ...(['description', 'type', 'team', 'epic', 'milestone', 'weight', 'reason', 'workflow'] as const),
  ...(['waiting', 'link', 'finding', 'confidence'] as const),
  ...ALL_FACTS.filter(({ kind }) => kind !== 'flag').map(({ name }) => name),
])

export const isPerson = (field: ConditionField): boolean => PERSONS.has(field)
export const isDay = (field: ConditionField): boolean => DAYS.has(field)
export const canBeEmpty = (field: ConditionField): boolean => EMPTIABLE.has(field)
export const isOrdered = (field: ConditionField): boolean => field === 'weight' || DAYS.has(field)

/** As filters write what one issue is to another: `blocked-by`. */
export const LINK_NAMES = LINK_ROLES.map((role) => role.replaceAll('_', '-'))

const YES_NO = ['yes', 'no']
const CHOICES: Partial<Record<ConditionField, readonly string[]>> = {
  kind: ISSUE_KINDS,
  type: WORK_TYPES,
  state: ['open', 'closed'],
  reason: CLOSE_REASONS,
  workflow: STATES,
  finding: FINDING_NAMES,
  confidence: CONFIDENCES,
  blocked: YES_NO,
  watched: YES_NO,
}

function choicesOf(field: ConditionField): readonly string[] | undefined {
  const fact = factOf(field)
  if (fact?.kind === 'choice') return fact.values
  return fact?.kind === 'flag' ? YES_NO : CHOICES[field]
}

/** Says what is wrong with a single question before anybody is asked it. */
export function whyNotTest({ field, op, value }: Omit<Test, 'kind'>): Refusal | null {
  if (value.trim() === '' || value.includes('\0')) return wrong(`Add a value for “${field}”.`)
  if (op !== ':' && !isOrdered(field)) return wrong(`“${field}” has no order. Write ${field}:… instead.`)
  const empty = canBeEmpty(field) && (value === NONE || value === ANY)
  if (empty) return op === ':' ? null : wrong(`Write ${field}:${value} for issues with ${value}.`)
  const choices = choicesOf(field)
  if (choices && !choices.includes(value)) {
    const all = canBeEmpty(field) ? [...choices, NONE, ANY] : choices
    return wrong(`“${field}” is one of ${all.join(', ')}.`)
  }
  if (field === 'weight' && !/^\d{1,2}$/.test(value)) {
    return wrong('A weight is a whole number from 0 to 99, none or any.')
  }
  if (field === 'epic' && !/^\d{1,9}$/.test(value)) {
    return wrong('An epic is named by its number, such as epic:3.')
  }
  if (field === 'link' && !LINK_NAMES.includes(value) && !/^#?\d{1,9}$/.test(value)) {
    return wrong(`“link” is the number of an issue, or one of ${[...LINK_NAMES, NONE, ANY].join(', ')}.`)
  }
  return isDay(field) ? whyNotDay(field, value) : null
}

function whyNotDay(field: ConditionField, value: string): Refusal | null {
  if (/^[+-]?\d{1,5}d$/.test(value) || Object.hasOwn(NAMED_DAYS, value) || isPlainDate(value)) return null
  return factOf(field)
    ? wrong('A due date is written as 2026-11-30, today, or due<7d for less than a week from now.')
    : wrong(`Write ${field}<7d for less than a week ago, ${field}>-30d, or a day such as 2026-11-30.`)
}

const wrong = (because: string): Refusal => ({ code: 'condition', because })
