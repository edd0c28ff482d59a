import type { SentTo } from '#lib/contract/endpoint.ts'
import { COLUMNS, GROUPS, SORTS } from '#lib/contract/issue-lists.ts'
import type { indexIssues, ListColumn, ListGroup, Sort } from '#lib/contract/issue-lists.ts'
import { parseCondition } from '#lib/domain/condition-parser.ts'
import { asks, conditionOf, printCondition } from '#lib/domain/conditions.ts'
import type { Condition } from '#lib/domain/conditions.ts'
import { filterFrom, LIST_FIELDS, paramsOf } from '#lib/domain/filters.ts'
import type { Filter } from '#lib/domain/filters.ts'

export type StateTab = 'open' | 'closed' | 'all'

/** All that a list shows besides its data, so that a copied link shows the same thing. */
export type ListState = {
  filter: Filter
  /** The part of the filter that is written in the language of filters. */
  written: string
  tab: StateTab
  sort: Sort
  down: boolean
  by: ListGroup | null
  /** Groups of which only the head is shown, by what they share. */
  folded: readonly string[]
  columns: readonly ListColumn[]
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
    filter: filterFrom(params, LIST_FIELDS),
    written: params.get('filter') ?? '',
    tab: tab === 'closed' || tab === 'all' ? tab : 'open',
    sort: name ?? 'number',
    down: name ? down : true,
    by,
    folded: by ? params.getAll('fold').map((key) => (key === NOTHING ? '' : key)) : [],
    columns: columns.length > 0 ? columns : USUAL_COLUMNS,
  }
}

const columnOf = (name: string): ListColumn[] => COLUMNS.filter((column) => column === name)

/** The way back; what is as usual needs no words. */
export function queryOf({ filter, written, tab, sort, down, by, folded, columns }: ListState): string {
  const query = new URLSearchParams()
  for (const [name, value] of paramsOf(filter)) query.append(name, value)
  if (written.trim()) query.set('filter', written)
  if (tab !== 'open') query.set('state', tab)
  const order = `${down ? '-' : ''}${sort}`
  if (order !== NEWEST) query.set('sort', order)
  if (by) query.set('group', by)
  for (const key of by ? folded : []) query.append('fold', key || NOTHING)
  if (columns.join() !== USUAL_COLUMNS.join()) query.set('columns', columns.join())
  // `type!=bug` reads better than `type%21=bug`, and means the same
  return query.size === 0 ? '' : `?${query.toString().replaceAll('%21=', '!=').replaceAll('%2C', ',')}`
}

/** What the server is asked, or why the written filter cannot be understood. */
export type Asked = { input: SentTo<typeof indexIssues> } | { refusal: string }

export function askedOf(group: string, { filter, written, tab, sort, down, by }: ListState): Asked {
  const parsed = parseCondition(written)
  if ('refusal' in parsed) return { refusal: parsed.refusal.because }
  const inTab: Condition[] = tab === 'all' ? [] : [{ kind: 'test', field: 'state', op: ':', value: tab }]
  const condition = conditionOf(filter, asks(parsed.condition) ? [parsed.condition, ...inTab] : inTab)
  return {
    input: {
      group,
      ...(asks(condition) ? { filter: printCondition(condition) } : {}),
      sort,
      direction: down ? 'desc' : 'asc',
      ...(by ? { by } : {}),
    },
  }
}
