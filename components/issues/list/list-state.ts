import type { SentTo } from '#lib/contract/endpoint.ts'
import { COLUMNS, GROUPS, SORTS } from '#lib/contract/issue-lists.ts'
import type { indexIssues, ListColumn, ListGroup, Sort } from '#lib/contract/issue-lists.ts'
import { parseCondition } from '#lib/domain/condition-parser.ts'
import { chipsOf, conditionOf } from '#lib/domain/chips.ts'
import type { Asking } from '#lib/domain/chips.ts'
import { asks, NO_CONDITION, normal, printCondition } from '#lib/domain/conditions.ts'
import type { Condition } from '#lib/domain/conditions.ts'
import { chipsFrom, LIST_FIELDS } from '#lib/domain/filters.ts'
import type { Chips } from '#lib/domain/filters.ts'
import { momentIn } from '#lib/kit/past.ts'

export type StateTab = 'open' | 'closed' | 'all'

/** All that a list shows besides its data, so that a copied link shows the same thing. */
export type ListState = {
  /** The filter, in the language of filters. */
  written: string
  tab: StateTab
  sort: Sort
  down: boolean
  by: ListGroup | null
  /** Groups of which only the head is shown, by what they share. */
  folded: readonly string[]
  columns: readonly ListColumn[]
  /** The moment that is shown; null for now. */
  at: string | null
}

export const USUAL_COLUMNS: readonly ListColumn[] = [
  'number',
  'title',
  'workflow',
  'type',
  'milestone',
  'weight',
  'dri',
  'updated',
]
const NEWEST = '-number'
/** In the address, the group of what shares nothing. */
const NOTHING = '-'

export function listStateFrom(params: URLSearchParams): ListState {
  const sort = params.get('sort') ?? NEWEST
  const down = sort.startsWith('-')
  const name = SORTS.find((one) => one === (down ? sort.slice(1) : sort))
  const tab = params.get('state')
  const by = GROUPS.find((one) => one === params.get('group')) ?? null
  const columns = params.get('columns')?.split(',').flatMap(columnOf) ?? []
  return {
    written: writtenIn(params),
    tab: tab === 'closed' || tab === 'all' ? tab : 'open',
    sort: name ?? 'number',
    down: name ? down : true,
    by,
    folded: by ? params.getAll('fold').map((key) => (key === NOTHING ? '' : key)) : [],
    columns: columns.length > 0 ? columns : USUAL_COLUMNS,
    at: momentIn(params),
  }
}

const LIST: Asking = { fields: LIST_FIELDS, words: 'text' }

/** Addresses of before filter by chips, beside what is written. */
function writtenIn(params: URLSearchParams): string {
  const written = params.get('filter') ?? ''
  const old = conditionOf(chipsFrom(params, LIST_FIELDS), LIST)
  if (!asks(old)) return written
  const parsed = parseCondition(written)
  const whole = (more: Condition) => printCondition(normal({ kind: 'all', of: [old, more] }))
  return 'condition' in parsed ? whole(parsed.condition) : `(${whole(NO_CONDITION)}) and (${written})`
}

/**
 * What chips can say of a filter, and what they cannot, in the language; of one that cannot be read they say nothing.
 */
export function chipsIn(written: string): { chips: Chips; rest: Condition; beside: string } {
  const parsed = parseCondition(written)
  const read = chipsOf('condition' in parsed ? parsed.condition : NO_CONDITION, LIST)
  return { ...read, beside: 'condition' in parsed ? printCondition(read.rest) : written }
}

/** With other words for what chips cannot say, or why they cannot be read. */
export function withRest(chips: Chips, text: string): { written: string } | { refusal: string } {
  const parsed = parseCondition(text)
  if ('refusal' in parsed) return { refusal: parsed.refusal.because }
  return { written: withChips(chips, parsed.condition) }
}

export const withChips = (chips: Chips, rest: Condition = NO_CONDITION): string =>
  printCondition(conditionOf(chips, LIST, asks(rest) ? [rest] : []))

const columnOf = (name: string): ListColumn[] => COLUMNS.filter((column) => column === name)

/** The way back; what is as usual needs no words. */
export function queryOf({ written, tab, sort, down, by, folded, columns, at }: ListState): string {
  const query = new URLSearchParams()
  if (written.trim()) query.set('filter', written)
  if (tab !== 'open') query.set('state', tab)
  const order = `${down ? '-' : ''}${sort}`
  if (order !== NEWEST) query.set('sort', order)
  if (by) query.set('group', by)
  for (const key of by ? folded : []) query.append('fold', key || NOTHING)
  if (columns.join() !== USUAL_COLUMNS.join()) query.set('columns', columns.join())
  if (at !== null) query.set('at', at)
  return query.size === 0 ? '' : `?${query.toString().replaceAll('%2C', ',')}`
}

/** What the server is asked, or why the written filter cannot be understood. */
export type Asked = { input: SentTo<typeof indexIssues> } | { refusal: string }

export function askedOf(group: string, { written, tab, sort, down, by, at }: ListState): Asked {
  const parsed = parseCondition(written)
  if ('refusal' in parsed) return { refusal: parsed.refusal.because }
  const inTab: Condition[] = tab === 'all' ? [] : [{ kind: 'test', field: 'state', op: ':', value: tab }]
  const condition = normal({ kind: 'all', of: [parsed.condition, ...inTab] })
  return {
    input: {
      group,
      ...(asks(condition) ? { filter: printCondition(condition) } : {}),
      sort,
      direction: down ? 'desc' : 'asc',
      ...(by ? { by } : {}),
      ...(at === null ? {} : { at }),
    },
  }
}
