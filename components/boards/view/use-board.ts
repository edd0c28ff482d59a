'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import { useOptimistic } from '#components/changes/optimistic.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { whoIsAway } from '#components/changes/outbox.ts'
import { useStore } from '#components/ui/store.ts'
import { viewBoard } from '#lib/contract/boards.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'
import { laneFinder } from '#lib/domain/boards.ts'
import { matcher } from '#lib/domain/filters.ts'
import { may } from '#lib/domain/permissions.ts'
import { belowWaterline } from '#lib/domain/waterline.ts'
import { isGone } from '#lib/http/call.ts'
import { reading } from '#lib/http/query.ts'

import { arrange, steady } from './arrange.ts'
import type { Lane } from './arrange.ts'
import { commitmentOf } from './capacity.ts'
import type { LaneLook } from './column-rows.tsx'
import { useDictionaries } from '#components/lookups/card-names.ts'
import { swimlanesOf } from './grouping.ts'
import { leaving } from '#components/boards/leaving.ts'
import type { BoardState } from '#components/boards/filter/url-state.ts'
import { withOptimistic } from '#components/changes/patch-board.ts'

const NOTHING: ReadonlySet<number> = new Set()

/** The board of a milestone; the one before stays until the next is here, also while nobody answers. Throws what cannot be shown. */
export function useBoardView(group: string, board: string, milestone: string | null) {
  const input = { group, board, ...(milestone ? { milestone } : {}) }
  const isLeaving = useStore(leaving, (now) => now.board === board)
  const { data, error, isPlaceholderData } = useQuery({
    ...reading(viewBoard, input),
    enabled: !isLeaving,
    placeholderData: keepPreviousData,
  })
  const [last, keep] = useState(data)
  if (data && data !== last) keep(data)
  const view = data ?? (whoIsAway(error) === null ? undefined : last)
  if (error && (!view || isGone(error))) throw error
  if (!view) throw new Error(`boards.view ${JSON.stringify(input)} was not prefetched by its page`)
  return { view, waiting: isPlaceholderData || !data }
}

/** What a board shows of its view: cards as predicted, filtered, sorted into lanes. Lanes that did not change stay the same. */
export function useArranged(
  group: string,
  view: BoardView,
  { filter, grouping, folded, density }: BoardState,
  /** What a written filter keeps; null without one. */
  kept: ReadonlySet<number> | null,
) {
  const names = useDictionaries(view)
  const optimistic = useOptimistic(group)
  const actor = useActor(group)
  const { zone } = useGroup(group)
  const cards = useMemo(() => withOptimistic(view, optimistic), [view, optimistic])
  const commitment = useMemo(() => commitmentOf(cards, view, names), [cards, view, names])
  const { capacity } = commitment
  const isShown = useMemo(() => {
    const passes = matcher(filter, { labels: view.labels, me: actor.handle })
    return kept ? (card: Card) => kept.has(card.ref) && passes(card) : passes
  }, [filter, view.labels, actor.handle, kept])
  const below = useMemo(
    () =>
      view.board.kind === 'planning' ? new Set(belowWaterline(cards, capacity, view.notShown)) : NOTHING,
    [view.board.kind, view.notShown, cards, capacity],
  )
  const fresh = useMemo(
    () => arrange(cards, isShown, { columns: view.columns, grouping, names, below, folded }),
    [cards, isShown, view.columns, grouping, names, below, folded],
  )
  const lanes = useSteady(fresh)
  const swimlanes = useMemo(() => {
    const find = laneFinder(view.columns, view.labels)
    const inColumn = (card: Card) => view.columns.some(({ id }) => id === find(card))
    return swimlanesOf(
      grouping === 'none' ? [] : cards.filter((card) => isShown(card) && inColumn(card)),
      grouping,
      names,
      may(actor, 'issue.take') ? actor.handle : null,
    )
  }, [cards, isShown, view.columns, view.labels, grouping, names, actor])
  const { filterLabelIds, today } = view
  const look = useMemo(
    (): LaneLook => ({
      setting: { names, filterLabelIds, today, zone },
      actor,
      density,
      capacity,
    }),
    [names, filterLabelIds, today, zone, actor, density, capacity],
  )
  return { names, cards, commitment, lanes, swimlanes, look, actor, below }
}

function useSteady(fresh: readonly Lane[]): readonly Lane[] {
  const [held, hold] = useState({ fresh, lanes: fresh })
  if (held.fresh === fresh) return held.lanes
  const lanes = steady(held.lanes, fresh)
  hold({ fresh, lanes })
  return lanes
}
