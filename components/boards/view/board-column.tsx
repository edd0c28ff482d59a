'use client'

import { memo, useRef } from 'react'

import { useFormerPlace, useKeepPlace } from '#components/shell/kept-places.ts'
import { cx } from '#components/ui/cx.ts'
import { useStore } from '#components/ui/store.ts'

import type { Lane } from './arrange.ts'
import { useBoardParts } from './board-context.ts'
import { ColumnHeader } from './column-header.tsx'
import { ColumnRows } from './column-rows.tsx'
import type { LaneLook } from './column-rows.tsx'
import { useColumnDrop } from '#components/boards/drag/use-column-drop.ts'
import { useRows } from './use-rows.ts'
import type { Place } from './use-rows.ts'

type Props = { lane: Lane; look: LaneLook; filtered: boolean }

/** A column scrolls by itself and holds only the cards in view. It is the drop target, not its cards. */
export const BoardColumn = memo(function BoardColumn({ lane, look, filtered }: Props) {
  const { store } = useBoardParts()
  const column = useRef<HTMLElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const place = useFormerPlace<Place>(`column ${lane.id}`)
  const rows = useRows(lane.rows, scroller, look.density, place)
  useKeepPlace<Place>(`column ${lane.id}`, () => ({
    top: scroller.current?.scrollTop ?? 0,
    measured: rows.measurementsCache,
  }))
  useColumnDrop({ lane, column, scroller, rows })
  const target = useStore(store, ({ carry }) => carry?.lane === lane.id)
  return (
    <section
      ref={column}
      aria-label={lane.title}
      className={cx(
        'flex min-h-0 min-w-[216px] flex-1 snap-start snap-always flex-col rounded-lg',
        'max-sm:w-[84vw] max-sm:flex-none',
        target ? 'bg-accent-soft ring-1 ring-accent/50 ring-inset' : 'bg-sunken',
      )}
    >
      <ColumnHeader lane={lane} filtered={filtered} />
      <div
        ref={scroller}
        className="scroll-calm relative min-h-0 flex-1 overflow-y-auto px-1.5 pb-1.5 contain-content [overflow-anchor:none] @container"
      >
        <ColumnRows lane={lane} look={look} rows={rows} />
        {lane.rows.length === 0 && !target && (
          <p className="absolute inset-x-0 top-0 px-2 py-6 text-center text-xs text-ink-3">
            {lane.all.count > 0 ? 'No cards match the filter.' : 'No cards.'}
          </p>
        )}
      </div>
    </section>
  )
})
