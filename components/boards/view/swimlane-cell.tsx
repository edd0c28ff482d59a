'use client'

import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'

import { cx } from '#components/ui/cx.ts'
import { useStore } from '#components/ui/store.ts'
import { useLatest } from '#components/ui/hooks/use-latest.ts'

import type { Lane } from './arrange.ts'
import { BoardCard } from './board-card.tsx'
import { useBoardParts } from './board-context.ts'
import type { BoardStore } from './board-store.ts'
import type { LaneLook } from './column-rows.tsx'
import { withPointer } from '#components/boards/drag/with-pointer.ts'
import { Slot } from '#components/boards/drag/drop-placeholder.tsx'
import { spanOf } from './use-rows.ts'
import { WaterLine } from './water-line.tsx'

type Props = { lane: Lane; section: string; title: string; look: LaneLook }

/** More are drawn when they are asked for: a lane of hundreds would push the others off the page. */
const FIRST = 30

/** Where a swimlane crosses a column: it takes cards to a place, and gives them what the swimlane stands for. */
export const SwimlaneCell = memo(function SwimlaneCell({ lane, section, title, look }: Props) {
  const { store } = useBoardParts()
  const list = useRef<HTMLUListElement>(null)
  const [whole, setWhole] = useState(false)
  const setting = useMemo(() => ({ ...look.setting, column: lane.column }), [look.setting, lane.column])
  const cards = useMemo(
    () => lane.rows.flatMap((row) => (row.kind === 'card' && row.section === section ? [row] : [])),
    [lane.rows, section],
  )
  const line = useMemo(() => {
    const at = lane.rows.findIndex(({ key }) => key === `line ${section}`)
    return at < 0 ? null : lane.rows[at + 1]?.key
  }, [lane.rows, section])
  useCellDrop(store, list, { lane: lane.id, section, rows: lane.rows })
  const target = useStore(store, ({ carry }) => carry?.lane === lane.id && carry.section === section)
  const moving = useStore(store, ({ carry }) => (target ? (carry?.ref ?? 0) : 0))
  const base = spanOf(lane.rows, section, moving).first
  const slot = useStore(store, ({ carry }) => (target ? (carry?.index ?? null) : null))
  const activeAt = useStore(store, ({ active }) => cards.findIndex(({ card }) => card.ref === active))
  const shown = whole ? cards : cards.slice(0, Math.max(FIRST, activeAt + 1))
  const others = shown.filter(({ card }) => card.ref !== moving)
  const before = slot === null ? undefined : others[slot - base]?.card.ref
  const atEnd = target && (cards.length === 0 || (slot !== null && slot - base >= others.length))
  const lies = cards.findIndex(({ card }) => card.ref === moving)
  const stays = slot !== null && lies >= 0 && slot - base === lies
  return (
    <ul
      ref={list}
      aria-label={`${lane.title}, ${title}`}
      className={cx(
        'flex min-h-12 min-w-0 flex-col gap-1.5 rounded-lg p-1.5 @container',
        target ? 'bg-accent-soft ring-1 ring-accent/50 ring-inset' : 'bg-sunken',
      )}
    >
      {shown.flatMap(({ card, key }, at) => [
        key === line && <WaterLine key="line" capacity={look.capacity} />,
        !stays && before === card.ref && <Slot key="slot" />,
        <BoardCard
          key={key}
          card={card}
          setting={setting}
          actor={look.actor}
          compact={look.density === 'compact'}
          place={at}
          of={cards.length}
          row={at}
          measure={skip}
        />,
      ])}
      {!stays && atEnd && <Slot key="slot" />}
      {shown.length < cards.length && (
        <li>
          <button
            type="button"
            className="tap min-h-8 w-full rounded-sm text-xs text-ink-2 hover:bg-hover hover:text-ink"
            onClick={() => setWhole(true)}
          >
            Show {cards.length - shown.length} more
          </button>
        </li>
      )}
    </ul>
  )
})

const skip = () => {}

type Cell = { lane: string; section: string; rows: Lane['rows'] }

function useCellDrop(store: BoardStore, list: RefObject<HTMLUListElement | null>, cell: Cell) {
  const latest = useLatest(cell)
  useEffect(() => {
    const element = list.current
    if (!element) return undefined
    const follow = ({ location }: { location: { current: { input: { clientY: number } } } }) =>
      hover(store, element, latest(), location.current.input.clientY)
    return withPointer(({ dropTargetForElements }) =>
      dropTargetForElements({
        element,
        getData: () => ({ lane: latest().lane }),
        canDrop: ({ source }) => typeof source.data['card'] === 'number',
        onDragEnter: follow,
        onDrag: follow,
      }),
    )
  }, [store, list, latest])
}

function hover(store: BoardStore, element: HTMLElement, { lane, section, rows }: Cell, y: number) {
  const { carry } = store.get()
  if (!carry) return
  const index = indexAt(element, carry.ref, spanOf(rows, section, carry.ref).first, y)
  if (carry.lane !== lane || carry.section !== section || carry.index !== index)
    store.set({ carry: { ...carry, lane, section, index } })
}

/** How many cards of the column stay above; null where the swimlane has none to count from. */
function indexAt(element: HTMLElement, moving: number, base: number, y: number): number | null {
  const others = [...element.querySelectorAll<HTMLElement>('[data-card]')].filter(
    (card) => card.dataset['card'] !== String(moving),
  )
  if (others.length === 0) return null
  const above = others.filter((card) => {
    const { top, height } = card.getBoundingClientRect()
    return top + height / 2 < y
  })
  return base + above.length
}
