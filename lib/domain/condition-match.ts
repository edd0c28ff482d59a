import { holdsAll } from '#lib/kit/folded.ts'
import { daysBetween } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { Confidence } from './confidence.ts'
import type { ConditionField, Op, Test } from './condition-fields.ts'
import type { Condition } from './conditions.ts'
import { FACTS } from './facts/facts.ts'
import type { FactsShown } from './facts/facts.ts'
import type { FactName } from './facts/names.ts'
import { NONE } from './filters.ts'
import type { FindingName } from './findings.ts'
import type { IssueKind } from './issues.ts'
import { stateOf, typeOf } from './labels.ts'
import type { LabelFact } from './labels.ts'
import type { LinkRole } from './links.ts'

/** An issue as a condition looks at it; the days are those of the group's calendar. */
export type Matchable = FactsShown & {
  ref: number
  kind: IssueKind
  title: string
  state: 'open' | 'closed'
  closeReason: string | null
  labels: readonly LabelFact[]
  milestone: string | null
  epic: number | null
  team: string | null
  weight: number | null
  dri: string | null
  assignees: readonly string[]
  author: string | null
  createdOn: PlainDate
  updatedOn: PlainDate
  closedOn: PlainDate | null
  description: string
  /** What a blocked issue needs, and from whom. */
  blocked: { need: string; from: string } | null
  /** What was said last of it about its milestone, while it is open. */
  confident: Confidence | null
  /** What it is to other issues that the reader may see. */
  links: readonly { role: LinkRole; to: number; open: boolean }[]
  /** Whether the reader is told what happens to it. */
  watched: boolean
  findings: readonly FindingName[]
}

/** Whether an issue is what a grounded condition asks for. The database is asked the same; a test holds the two together. */
export function meets(issue: Matchable, condition: Condition, today: PlainDate): boolean {
  switch (condition.kind) {
    case 'test':
      return passes(issue, condition, today)
    case 'not':
      return !meets(issue, condition.of, today)
    case 'all':
      return condition.of.every((one) => meets(issue, one, today))
    case 'any':
      return condition.of.some((one) => meets(issue, one, today))
  }
}

function passes(issue: Matchable, test: Test, today: PlainDate): boolean {
  const { field, op, value } = test
  switch (field) {
    case 'text':
      return says(issue, value)
    case 'title':
      return contains(issue.title, value) || isNumber(issue, value)
    case 'description':
      return value === NONE ? issue.description.trim() === '' : contains(issue.description, value)
    case 'waiting':
      if (value === NONE || issue.blocked === null) return issue.blocked === null && value === NONE
      return contains(issue.blocked.need, value) || contains(issue.blocked.from, value)
    case 'blocked':
      return isBlocked(issue) === (value === 'yes')
    case 'link':
      return isLinked(issue, value)
    case 'watched':
      return issue.watched === (value === 'yes')
    case 'finding':
      return value === NONE ? issue.findings.length === 0 : issue.findings.some((name) => name === value)
    case 'confidence':
      return (issue.confident ?? NONE) === value
    case 'label':
      return issue.labels.some(({ title }) => title === value)
    case 'person':
      return value === NONE
        ? issue.dri === null && issue.assignees.length === 0
        : issue.dri === value || issue.assignees.includes(value)
    case 'assignee':
      return value === NONE ? issue.assignees.length === 0 : issue.assignees.includes(value)
    case 'weight':
      if (value === NONE || issue.weight === null) return issue.weight === null && value === NONE
      return compares(issue.weight, op, Number(value))
    case 'created':
      return passesDay(issue.createdOn, op, value, today)
    case 'updated':
      return passesDay(issue.updatedOn, op, value, today)
    case 'closed':
      return passesDay(issue.closedOn, op, value, today)
    case 'kind':
    case 'type':
    case 'workflow':
    case 'dri':
    case 'author':
    case 'team':
    case 'epic':
    case 'milestone':
    case 'state':
    case 'reason':
      return (plain(issue, field) ?? NONE) === value
    default:
      return passesFact(issue, field, test, today)
  }
}

function passesFact(issue: FactsShown, name: FactName, { op, value }: Test, today: PlainDate): boolean {
  const fact = FACTS[name]
  switch (fact.kind) {
    case 'choice':
      return (issue[fact.name] ?? NONE) === value
    case 'day':
      return passesDay(issue[fact.name], op, value, today)
    case 'flag':
      return issue[fact.name] === (value === 'yes')
  }
}

const contains = (text: string, part: string): boolean => holdsAll(text, [part])

/** By its state, or because another issue comes first that is still open. */
const isBlocked = ({ labels, links }: Matchable): boolean =>
  stateOf(labels) === 'blocked' || links.some(({ role, open }) => role === 'blocked_by' && open)

function isLinked({ links }: Matchable, value: string): boolean {
  if (value === NONE) return links.length === 0
  return links.some(
    ({ role, to }) => role.replaceAll('_', '-') === value || String(to) === value.replace('#', ''),
  )
}

type PlainField =
  | 'kind'
  | 'type'
  | 'workflow'
  | 'dri'
  | 'author'
  | 'team'
  | 'epic'
  | 'milestone'
  | 'state'
  | 'reason'

function plain(issue: Matchable, field: Extract<ConditionField, PlainField>): string | null {
  if (field === 'type') return typeOf(issue.labels)
  if (field === 'workflow') return stateOf(issue.labels)
  if (field === 'reason') return issue.closeReason
  if (field === 'epic') return issue.epic === null ? null : String(issue.epic)
  return issue[field]
}

/** To the letter; the database knows other forms of a word as well. */
function says(issue: Matchable, value: string): boolean {
  return contains(issue.title, value) || contains(issue.description, value) || isNumber(issue, value)
}

const isNumber = ({ ref }: Matchable, value: string): boolean => value === `#${ref}` || value === String(ref)

/** An older day is longer ago: `7d` is compared with the age, a day with the day itself. */
function passesDay(day: PlainDate | null, op: Op, value: string, today: PlainDate): boolean {
  if (value === NONE || day === null) return day === null && value === NONE
  if (value.endsWith('d')) return compares(daysBetween(day, today), op, Number(value.slice(0, -1)))
  return compares(daysBetween(value, day), op, 0)
}

function compares(a: number, op: Op, b: number): boolean {
  if (op === '<') return a < b
  if (op === '<=') return a <= b
  if (op === '>') return a > b
  if (op === '>=') return a >= b
  return a === b
}
