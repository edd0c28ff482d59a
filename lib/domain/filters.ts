import { folded } from '#lib/kit/folded.ts'

import { FACT_NAMES } from './facts/names.ts'
import { typeOf } from './labels.ts'
import type { LabelFact } from './labels.ts'
import { wordsOf } from './search.ts'

/** What a board can be narrowed by. */
export const FIELDS = ['type', 'label', 'person', 'team', 'epic', 'weight'] as const
const MATCHED = [...FIELDS, 'dri', 'milestone', 'workflow'] as const
/** What a list can be narrowed by, which has no milestone and no columns of its own; the server answers it. */
export const LIST_FIELDS = [
  ...MATCHED,
  ...(['assignee', 'author', 'reason'] as const),
  ...FACT_NAMES,
  ...(['blocked', 'watched', 'finding'] as const),
] as const
export type Field = (typeof LIST_FIELDS)[number]

/** The value that asks for nothing being there: no DRI and no assignee, no team, no epic, no weight, no type. */
export const NONE = 'none'
/** The value that asks for anything being there. */
export const ANY = 'any'

/** `is: false` leaves out what `is: true` would keep. Labels are named by title, epics by number, people by handle. */
export type Clause = { field: Field; is: boolean; value: string }
export type Filter = { text: string; clauses: readonly Clause[] }
export const EVERYTHING: Filter = { text: '', clauses: [] }

export type Filterable = {
  ref: number
  title: string
  labelIds: readonly string[]
  weight: number | null
  dri: string | null
  assignees: readonly string[]
  team: string | null
  epic: number | null
  milestone: string | null
}
/** `me` is the handle of whoever looks. */
export type Dictionaries = { labels: readonly LabelFact[]; me?: string | null }

/** Reads `?q=…&type!=bug&label=a&label=b`; names that are no filter are left to others. */
export function filterFrom(
  params: Iterable<readonly [string, string]>,
  fields: readonly Field[] = FIELDS,
): Filter {
  const clauses: Clause[] = []
  let text = ''
  for (const [name, value] of params) {
    if (name === 'q') text = value
    const is = !name.endsWith('!')
    const field = fields.find((one) => one === (is ? name : name.slice(0, -1)))
    if (!field || value === '') continue
    const clause = { field, is, value }
    if (!clauses.some((other) => sameClause(other, clause))) clauses.push(clause)
  }
  return { text, clauses }
}

/** The way back: what `filterFrom` would read as the same filter. */
export function paramsOf({ text, clauses }: Filter): [name: string, value: string][] {
  const pairs = clauses.map(({ field, is, value }): [string, string] => [is ? field : `${field}!`, value])
  return text.trim() === '' ? pairs : [['q', text], ...pairs]
}

export const isEverything = ({ text, clauses }: Filter): boolean => text.trim() === '' && clauses.length === 0

export const sameClause = (a: Clause, b: Clause): boolean =>
  a.field === b.field && a.is === b.is && a.value === b.value

/** Without the clause when it is there; with it, and without its opposite, when it is not. */
export function toggled(filter: Filter, clause: Clause): Filter {
  const others = filter.clauses.filter(
    (other) => !sameClause(other, clause) && !sameClause(other, { ...clause, is: !clause.is }),
  )
  const held = filter.clauses.some((other) => sameClause(other, clause))
  return { ...filter, clauses: held ? others : [...others, clause] }
}

export function matches(card: Filterable, filter: Filter, dictionaries: Dictionaries): boolean {
  return matcher(filter, dictionaries)(card)
}

/**
 * Asked once per filter, then once per card. Values of one field are alternatives, except labels, of which a card must
 * hold all; what is excluded never shows, whatever else holds.
 */
export function matcher(filter: Filter, dictionaries: Dictionaries): (card: Filterable) => boolean {
  const words = wordsOf(filter.text)
  const tests = MATCHED.flatMap((field) => {
    const wanted = filter.clauses.filter((clause) => clause.field === field && clause.is)
    const unwanted = filter.clauses.filter((clause) => clause.field === field && !clause.is)
    if (wanted.length + unwanted.length === 0) return []
    const holds = named(field, dictionaries)
    const enough = (card: Filterable) =>
      field === 'label'
        ? wanted.every(({ value }) => holds(card, value))
        : wanted.length === 0 || wanted.some(({ value }) => holds(card, value))
    return [(card: Filterable) => enough(card) && !unwanted.some(({ value }) => holds(card, value))]
  })
  return (card) => tests.every((test) => test(card)) && says(card, words)
}

type Holds = (card: Filterable, value: string) => boolean

/** `me` is whoever looks, and nobody where nobody is; what has anything is what does not have none. */
function named(field: (typeof MATCHED)[number], { labels, me = null }: Dictionaries): Holds {
  const holds = holder(field, labels)
  return (card, value) => {
    if (value === 'me' && (field === 'person' || field === 'dri')) return me !== null && holds(card, me)
    return value === ANY && field !== 'label' ? !holds(card, NONE) : holds(card, value)
  }
}

function holder(field: (typeof MATCHED)[number], labels: readonly LabelFact[]): Holds {
  switch (field) {
    case 'type':
      return typeHolder(labels)
    case 'workflow':
      return workflowHolder(labels)
    case 'dri':
      return ({ dri }, handle) => (dri ?? NONE) === handle
    case 'milestone':
      return ({ milestone }, slug) => (milestone ?? NONE) === slug
    case 'label': {
      const idOf = new Map(labels.map((label) => [label.title, label.id]))
      return (card, title) => card.labelIds.includes(idOf.get(title) ?? '')
    }
    case 'person':
      return ({ dri, assignees }, handle) =>
        handle === NONE
          ? dri === null && assignees.length === 0
          : dri === handle || assignees.includes(handle)
    case 'team':
      return ({ team }, slug) => (slug === NONE ? team === null : team === slug)
    case 'epic':
      return ({ epic }, number) => (number === NONE ? epic === null : String(epic) === number)
    case 'weight':
      return ({ weight }, value) => (value === NONE ? weight === null : String(weight) === value)
  }
}

function typeHolder(labels: readonly LabelFact[]): Holds {
  const byId = new Map(labels.map((label) => [label.id, label]))
  return (card, value) => {
    const held = card.labelIds.flatMap((id) => byId.get(id) ?? [])
    return (typeOf(held) ?? NONE) === value
  }
}

function workflowHolder(labels: readonly LabelFact[]): Holds {
  const idsOf = (value: string) =>
    labels.filter(({ meaning }) => meaning === `workflow.${value}`).map(({ id }) => id)
  const all = labels.filter(({ meaning }) => meaning?.startsWith('workflow.')).map(({ id }) => id)
  return ({ labelIds }, value) =>
    value === NONE
      ? !all.some((id) => labelIds.includes(id))
      : idsOf(value).some((id) => labelIds.includes(id))
}

/** Every word must be in the title, which is what cards show, or be the number, with or without its #. */
function says({ ref, title }: Filterable, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = folded(title)
  return words.every((word) => text.includes(word) || word === `#${ref}` || word === String(ref))
}
