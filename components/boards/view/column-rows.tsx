'use client'

import { useEffect, useMemo } from 'react'

import { useStore } from '#components/ui/store.ts'
import type { Actor } from '#lib/domain/permissions.ts'

import type { Lane, Row } from './arrange.ts'
import { BoardCard } from './board-card.tsx'
import { useBoardParts } from './board-context.ts'
import { figure } from './capacity.ts'
import type { CardSetting } from './card-text.ts'
import { Slot } from '#components/boards/drag/drop-placeholder.tsx'
import { GAP } from './use-rows.ts'
import type { Rows } from './use-rows.ts'
import type { Density } from '#components/boards/filter/url-state.ts'
import { WaterLine } from './water-line.tsx'

/** What the lanes of a board have in common; keeps its identity while nothing of it changes. */
export type LaneLook = {
  setting: Omit<CardSetting, 'column'>
  actor: Actor
  density: Density
  /** In weight, for the words on the waterline. */
  capacity: number | null
}

type Props = { lane: Lane; look: LaneLook; rows: Rows }

export function ColumnRows({ lane, look, rows }: Props) {
  const { store } = useBoardParts()
  const setting = useMemo(() => ({ ...look.setting, column: lane.column }), [look.setting, lane.column])
  const places = useMemo(() => rowsByRef(lane.rows), [lane.rows])
  const moving = useStore(store, ({ carry }) => carry?.ref ?? 0)
  const slot = useStore(store, ({ carry }) => (carry?.lane === lane.id ? carry.index : null))
  const byKeys = useStore(store, ({ carry }) => carry?.how === 'keys')
  const active = useStore(store, (state) => places.get(state.active ?? 0) ?? -1)
  const wanted = useStore(store, (state) => state.wanted)
  const gap = slot === null ? -1 : gapRow(lane.rows, slot, moving)

  useEffect(() => {
    if (wanted && active >= 0) rows.scrollToIndex(active, { align: 'auto' })
  }, [wanted, active, rows])
  useEffect(() => {
    if (byKeys && gap >= 0) rows.scrollToIndex(Math.min(gap, lane.rows.length - 1), { align: 'auto' })
  }, [byKeys, gap, rows, lane.rows.length])

  const items = rows.getVirtualItems()
  const [first, last] = [items[0], items.at(-1)]
  const draw = (at: number, top?: number) => {
    const row = lane.rows[at]
    if (!row) return null
    const measured = { row: at, measure: rows.measureElement }
    if (row.kind === 'head')
      return <SectionHead key={row.key} title={row.title} sums={row.sums} {...measured} />
    if (row.kind === 'line') return <WaterLine key={row.key} capacity={look.capacity} {...measured} />
    return (
      <BoardCard
        key={row.key}
        card={row.card}
        setting={setting}
        actor={look.actor}
        compact={look.density === 'compact'}
        place={row.place}
        of={lane.cards.length}
        top={top}
        {...measured}
      />
    )
  }
  // The focused card stays while its column is scrolled away from it, so that the keys do not lose it. It stays the same
  // element on the same side of the others: moved or drawn anew it would lose the focus, and pull the column back to it.
  const isAway = active >= 0 && !items.some(({ index }) => index === active)
  const pinned = isAway && draw(active, rows.measurementsCache[active]?.start)
  const above = isAway && active < (first?.index ?? 0)
  return (
    <ul
      aria-label={lane.title}
      className="relative flex min-h-full flex-col"
      style={{ gap: GAP, paddingTop: first?.start, paddingBottom: last && rows.getTotalSize() - last.end }}
    >
      {[
        above && pinned,
        ...items.flatMap(({ index }) => [gap === index && <Slot key="slot" />, draw(index)]),
        gap >= lane.rows.length && <Slot key="slot" />,
        !above && pinned,
      ]}
    </ul>
  )
}

type Measured = { row: number; measure: (element: HTMLElement | null) => void }

function SectionHead({
  title,
  sums,
  row,
  measure,
}: Pick<Extract<Row, { kind: 'head' }>, 'title' | 'sums'> & Measured) {
  return (
    <li ref={measure} data-index={row} className="flex items-baseline gap-2 px-1.5 pt-2 text-2xs text-ink-3">
      <span dir="auto" className="truncate font-medium text-ink-2">
        {title}
      </span>
      <span className="num flex-none">{sums.count}</span>
      <span className="num ml-auto flex-none">weight {figure(sums.weight)}</span>
    </li>
  )
}

const rowsByRef = (rows: readonly Row[]): ReadonlyMap<number, number> =>
  new Map(rows.flatMap((row, at) => (row.kind === 'card' ? [[row.card.ref, at] as const] : [])))

/** The row that the gap comes before; -1 where the card lies already. */
function gapRow(rows: readonly Row[], index: number, moving: number): number {
  let others = 0
  for (const [at, row] of rows.entries()) {
    if (row.kind !== 'card') continue
    if (row.card.ref === moving && others === index) return -1
    if (row.card.ref === moving) continue
    if (others === index) return rows[at - 1]?.kind === 'line' ? at - 1 : at
    others += 1
  }
  return rows.length
}
