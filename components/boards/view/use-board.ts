'use client'

import { useMemo, useState } from 'react'

import { useOptimistic } from '#components/changes/optimistic.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { useShown } from '#components/changes/use-shown.ts'
import { useStore } from '#components/ui/store.ts'
import { viewBoard } from '#lib/contract/boards.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'
import { laneFinder } from '#lib/domain/boards.ts'
import { may } from '#lib/domain/permissions.ts'
import { belowWaterline } from '#lib/domain/waterline.ts'
import { momentOf } from '#lib/kit/past.ts'

import { arrange, steady } from './arrange.ts'
import type { Lane } from './arrange.ts'
import { commitmentOf } from './capacity.ts'
import type { LaneLook } from './column-rows.tsx'
import { useCardNames } from '#components/lookups/card-names.ts'
import { swimlanesOf } from './grouping.ts'
import { leaving } from '#components/boards/leaving.ts'
import type { BoardState } from '#components/boards/filter/url-state.ts'
import { useBoardFilter } from '#components/boards/filter/use-board-filter.ts'
import { withOptimistic } from '#components/changes/patch-board.ts'

const NOTHING: ReadonlySet<number> = new Set()

/** The board of a milestone; the one before stays until the next is here, also while the server does not answer. Throws what cannot be shown. */
export function useBoardView(group: string, board: string, { milestone, at }: BoardState) {
  const input = { group, board, ...(milestone ? { milestone } : {}), ...momentOf(at) }
  const isLeaving = useStore(leaving, (now) => now.board === board)
  const { data: view, waiting } = useShown(viewBoard, input, { enabled: !isLeaving })
  return { view, waiting }
}

/** What a board shows of its view: cards as predicted, filtered, sorted into lanes. Lanes that did not change stay the same. */
export function useArranged(
  group: string,
  view: BoardView,
  state: BoardState,
  /** What the part of the filter keeps that the server answers; null without one. */
  kept: ReadonlySet<number> | null,
) {
  const { grouping, folded, density, at } = state
  const names = useCardNames(view)
  const optimistic = useOptimistic(group)
  const actor = useActor(group)
  const { zone } = useGroup(group)
  const cards = useMemo(
    () => (at === null ? withOptimistic(view, optimistic) : view.cards),
    [view, optimistic, at],
  )
  const commitment = useMemo(() => commitmentOf(cards, view, names), [cards, view, names])
  const { capacity } = commitment
  const filter = useBoardFilter(state, view, actor.handle)
  const { keeps } = filter
  const isShown = useMemo(
    () => (card: Card) => (kept?.has(card.ref) ?? true) && (keeps?.(card) ?? true),
    [keeps, kept],
  )
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
  const { filterLabelIds, away, today } = view
  const look = useMemo(
    (): LaneLook => ({
      setting: { names, filterLabelIds, away, today, zone },
      actor,
      density,
      capacity,
    }),
    [names, filterLabelIds, away, today, zone, actor, density, capacity],
  )
  return { names, cards, commitment, lanes, swimlanes, look, actor, below, filter }
}

function useSteady(fresh: readonly Lane[]): readonly Lane[] {
  const [held, hold] = useState({ fresh, lanes: fresh })
  if (held.fresh === fresh) return held.lanes
  const lanes = steady(held.lanes, fresh)
  hold({ fresh, lanes })
  return lanes
}
