'use client'

import { useLayoutEffect, useRef, useState } from 'react'

import { bulkProgress } from '#components/changes/bulk-progress.ts'
import { useTrail } from '#components/issues/list/trail.ts'
import { useFormerPlace, useKeepPlace } from '#components/shell/kept-places.ts'
import { cx } from '#components/ui/cx.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { useStore } from '#components/ui/store.ts'

import { Asks } from '#components/boards/drag/move-dialogs.tsx'
import { BoardColumn } from './board-column.tsx'
import { BoardContext } from './board-context.ts'
import { BoardHeader } from './board-header.tsx'
import { DropPreview } from '#components/boards/drag/drop-preview.tsx'
import { LaneStrips } from './lane-strips.tsx'
import { Selected } from '#components/boards/select/selected.tsx'
import { useArranged, useBoardView } from './use-board.ts'
import { useBoardKeys } from '#components/boards/select/use-board-keys.ts'
import { useNewBoardParts } from './board-parts.ts'
import { usePointedCard } from '#components/boards/select/use-pointed-card.ts'
import { useBoardState } from '#components/boards/filter/url-state.ts'
import type { Chips } from '#lib/domain/filters.ts'

const BulkMoveProgress = lazily(
  async () => (await import('#components/boards/select/bulk-move-progress.tsx')).BulkMoveProgress,
)
const CarryBar = lazily(async () => (await import('#components/boards/drag/carry-bar.tsx')).CarryBar)
const EmptyBoard = lazily(async () => (await import('#components/boards/edit/empty-board.tsx')).EmptyBoard)
const MoveMenu = lazyPopup(async () => (await import('#components/boards/drag/move-menu.tsx')).MoveMenu)
const PrintedBoard = lazily(async () => (await import('./printed-board.tsx')).PrintedBoard)
const Swimlanes = lazily(async () => (await import('./swimlanes.tsx')).Swimlanes)
const WrittenOnBoard = lazily(
  async () => (await import('#components/boards/filter/written-on-board.tsx')).WrittenOnBoard,
)
const Peek = lazily(async () => (await import('#components/issues/page/peek.tsx')).Peek, { isAskedFor: true })

/** How a board was left: the card that keys act on, and how far it was scrolled, in pixels. */
type Place = { active: number | null; hadFocus: boolean; left: number; top: number }

/** A board, its two lanes beside the columns, and the panel for looking closer. */
export function Board({ group, board }: { group: string; board: string }) {
  const [state, change] = useBoardState()
  const { view, waiting } = useBoardView(group, board, state)
  const [kept, keep] = useState<ReadonlySet<number> | null>(null)
  const { lanes, swimlanes, cards, names, commitment, look, actor, below, filter } = useArranged(
    group,
    view,
    state,
    kept,
  )
  const place = useFormerPlace<Place>('board')
  const parts = useNewBoardParts(
    { group, view, cards, lanes, swimlanes, names, actor, grouping: state.grouping, folded: state.folded },
    change,
    place,
  )
  useKeepPlace<Place>('board', () => ({
    active: parts.store.get().active,
    hadFocus: (document.activeElement?.closest('[data-card]') ?? null) !== null,
    left: columns.current?.scrollLeft ?? 0,
    top: columns.current?.scrollTop ?? 0,
  }))
  const root = useRef<HTMLDivElement>(null)
  const columns = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  useBoardKeys(parts, root, () => search.current?.focus())
  usePointedCard(parts, root)
  useTrail(() => lanes.map(({ title, cards: shown }) => ({ title, refs: shown.map(({ ref }) => ref) })))
  useLayoutEffect(() => {
    if (place) columns.current?.scrollTo({ left: place.left, top: place.top })
  }, [place])
  const menu = useStore(parts.store, (now) => now.menu !== null)
  const isMovingMany = useStore(bulkProgress, ({ total }) => total > 0)
  const movedByKeys = useStore(parts.store, ({ carry }) => carry?.how === 'keys')
  const filtered = kept !== null || filter.keeps !== null
  const [writing, setWriting] = useState(false)
  const isWritten = writing || filter.written !== ''
  const show = (written: string) => change({ filter: written, oldFilter: '' })
  const write = async (text: string) => {
    const now = await filter.withRest(text)
    if ('refusal' in now) return now.refusal
    show(now.filter)
    return null
  }
  const setChips = (chips: Chips) => void filter.withChips(chips).then(show, () => {})
  const shown = lanes.reduce((sum, lane) => sum + lane.shown.count, 0)
  return (
    <BoardContext value={parts}>
      <div className="flex min-h-0 flex-1">
        <div ref={root} className="flex min-h-0 min-w-0 flex-1 flex-col print:hidden">
          <BoardHeader
            view={view}
            commitment={commitment}
            below={below}
            state={state}
            change={change}
            filter={filter}
            onChips={setChips}
            onWrite={isWritten ? null : () => setWriting(true)}
            counts={{ shown, all: cards.length }}
            search={search}
            waiting={waiting}
          />
          {isWritten && (
            <WrittenOnBoard
              group={group}
              written={filter.written}
              refusal={filter.refusal}
              there={filter.there}
              onWrite={write}
              onRemove={() => {
                setWriting(false)
                void write('')
              }}
              onKeep={keep}
            />
          )}
          {(cards.length === 0 || view.columns.length === 0) && !waiting && <EmptyBoard view={view} />}
          <div
            ref={columns}
            className={cx(
              'scroll-calm relative flex min-h-64 overscroll-x-contain flex-1 gap-3 overflow-x-auto px-5 pb-3 transition-opacity',
              'max-sm:snap-x max-sm:snap-mandatory max-sm:scroll-px-3 max-sm:px-3',
              waiting && 'opacity-60',
              state.grouping !== 'none' && 'overflow-y-auto',
            )}
          >
            {state.grouping === 'none' ? (
              lanes.map((lane) =>
                lane.column ? (
                  <BoardColumn key={lane.id} lane={lane} look={look} filtered={filtered} />
                ) : null,
              )
            ) : (
              <Swimlanes
                lanes={lanes}
                swimlanes={swimlanes}
                folded={state.folded}
                onFold={(folded) => change({ folded })}
                look={look}
                filtered={filtered}
              />
            )}
          </div>
          {isMovingMany && <BulkMoveProgress />}
          <Selected lanes={lanes} cards={cards} />
          <LaneStrips lanes={lanes.filter(({ column }) => column === null)} look={look} />
        </div>
        {state.peek !== null && (
          <Peek group={group} issue={state.peek} lookups={view} onClose={() => parts.peek(null)} />
        )}
      </div>
      <PrintedBoard view={view} lanes={lanes} names={names} />
      <DropPreview parts={parts} columns={columns} look={look} />
      {movedByKeys && <CarryBar />}
      {menu && <MoveMenu onClose={() => parts.store.set({ menu: null })} />}
      <Asks />
    </BoardContext>
  )
}
