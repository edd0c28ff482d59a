'use client'

import { use, useMemo } from 'react'

import { fetchAhead } from '#components/ui/popups/fetch-ahead.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'
import { NO_CHIPS } from '#lib/domain/filters.ts'
import type { Chips } from '#lib/domain/filters.ts'
import type { Condition } from '#lib/domain/conditions.ts'

import type { BoardFilter } from './board-filter.ts'
import type { BoardState } from './url-state.ts'

type Language = typeof import('./board-filter.ts')

/** As React marks a promise that has arrived: what reads it then does not wait. */
type Coming = Promise<Language> & { status?: 'fulfilled'; value?: Language }

let coming: Coming | null = null

/** The language of filters, which a board without a filter goes without. */
export function fetchLanguage(): Promise<Language> {
  if (coming) return coming
  const now: Coming = import('./board-filter.ts')
  now.then(
    (value) => Object.assign(now, { status: 'fulfilled', value }),
    () => {
      coming = null
    },
  )
  coming = now
  return now
}

fetchAhead(fetchLanguage)

const NOTHING: Condition = { kind: 'all', of: [] }

export type BoardFilterShown = Pick<BoardFilter, 'written' | 'chips' | 'there' | 'refusal'> & {
  /** Null where every card is shown. */
  keeps: ((card: Card) => boolean) | null
  withChips: (chips: Chips) => Promise<string>
  withRest: (text: string) => Promise<{ filter: string } | { refusal: string }>
}

/** What a board is asked for by its address; the first page with a filter waits for the language that it is written in. */
export function useBoardFilter(
  { filter, oldFilter }: BoardState,
  view: BoardView,
  me: string,
): BoardFilterShown {
  const language = filter || oldFilter ? use(fetchLanguage()) : null
  const read = useMemo(
    () => language?.boardFilter({ filter, oldFilter }) ?? null,
    [language, filter, oldFilter],
  )
  const keeps = useMemo(
    () => (language && read ? language.cardsOf(read, view, me) : null),
    [language, read, view, me],
  )
  return useMemo(() => {
    const { written = '', chips = NO_CHIPS, there = '', refusal = null, rest = NOTHING } = read ?? {}
    return {
      written,
      chips,
      there,
      refusal,
      keeps,
      withChips: async (now: Chips) => (await fetchLanguage()).withChips(now, rest),
      withRest: async (text: string) => (await fetchLanguage()).withRest(chips, text),
    }
  }, [read, keeps])
}
