'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'

import { FIELDS } from '#lib/domain/filters.ts'
import { momentIn } from '#lib/kit/past.ts'

import { isGrouping } from '#components/boards/view/grouping.ts'
import type { Grouping } from '#components/boards/view/grouping.ts'

export type Density = 'comfortable' | 'compact'

/** All that a board shows besides its data, so that a copied link shows the same thing. */
export type BoardState = {
  /** In the language of filters. */
  filter: string
  /** The part of an address of before that filters by chips, as it was; a change writes it into the filter. */
  oldFilter: string
  grouping: Grouping
  /** Groups of which only the head is shown, by what they share. */
  folded: readonly string[]
  density: Density
  /** Slug; null for the milestone that the board shows by itself. */
  milestone: string | null
  /** The number of the issue in the peek panel; none in the past. */
  peek: number | null
  /** The moment that is shown; null for now. */
  at: string | null
}

/** In the address, the group of what shares nothing. */
const NOTHING = '-'

export function useBoardState(): [BoardState, (change: Partial<BoardState>) => void] {
  const params = useSearchParams()
  const state = useMemo(() => stateFrom(params), [params])
  const change = useCallback((part: Partial<BoardState>) => {
    const before = stateFrom(new URLSearchParams(location.search))
    const next = { ...before, ...part }
    const url = `${location.pathname}${queryOf(next)}`
    // Back closes what Forward opened; filters are no places one goes back to
    if (before.peek === null && next.peek !== null) history.pushState(null, '', url)
    else history.replaceState(null, '', url)
  }, [])
  return [state, change]
}

const OLD: ReadonlySet<string> = new Set(['q', ...FIELDS])

function stateFrom(params: URLSearchParams): BoardState {
  const grouping = params.get('group')
  const peek = Number(params.get('peek'))
  const at = momentIn(params)
  return {
    filter: params.get('filter') ?? '',
    oldFilter: new URLSearchParams(
      [...params].filter(([name]) => OLD.has(name.replace(/!$/, ''))),
    ).toString(),
    grouping: isGrouping(grouping) ? grouping : 'none',
    folded: isGrouping(grouping) ? params.getAll('fold').map((key) => (key === NOTHING ? '' : key)) : [],
    density: params.get('density') === 'compact' ? 'compact' : 'comfortable',
    milestone: params.get('milestone'),
    peek: at === null && Number.isInteger(peek) && peek > 0 ? peek : null,
    at,
  }
}

function queryOf({ filter, oldFilter, grouping, folded, density, milestone, peek, at }: BoardState): string {
  const query = new URLSearchParams()
  if (milestone) query.set('milestone', milestone)
  for (const [name, value] of new URLSearchParams(oldFilter)) query.append(name, value)
  if (filter !== '') query.set('filter', filter)
  if (grouping !== 'none') {
    query.set('group', grouping)
    for (const key of folded) query.append('fold', key || NOTHING)
  }
  if (density !== 'comfortable') query.set('density', density)
  if (peek !== null) query.set('peek', String(peek))
  if (at !== null) query.set('at', at)
  return readable(query)
}

/** `type!=bug` reads better than `type%21=bug`, and means the same. */
function readable(query: URLSearchParams): string {
  return query.size === 0 ? '' : `?${query.toString().replaceAll('%21=', '!=')}`
}
