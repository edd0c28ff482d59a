'use client'

import { useEffect } from 'react'
import type { RefObject } from 'react'

import { useLatest } from '#components/ui/hooks/use-latest.ts'

import type { Lane } from '#components/boards/view/arrange.ts'
import { autoScroll } from './auto-scroll.ts'
import { withPointer } from './with-pointer.ts'
import { useBoardParts } from '#components/boards/view/board-context.ts'
import type { BoardStore } from '#components/boards/view/board-store.ts'
import { indexAt, withinSection } from '#components/boards/view/use-rows.ts'
import type { Rows } from '#components/boards/view/use-rows.ts'

type Column = {
  lane: Lane
  column: RefObject<HTMLElement | null>
  scroller: RefObject<HTMLDivElement | null>
  rows: Rows
}

/** Tells the board, while a card hangs over a column, between which cards it would fall. */
export function useColumnDrop(facts: Column) {
  const { store } = useBoardParts()
  const latest = useLatest(facts)
  const { column, scroller } = facts
  useEffect(() => {
    const [element, within] = [column.current, scroller.current]
    if (!element || !within) return undefined
    const follow = ({ location }: { location: { current: { input: { clientY: number } } } }) =>
      hover(store, latest(), location.current.input.clientY)
    return withPointer(({ combine, dropTargetForElements }) =>
      combine(
        dropTargetForElements({
          element,
          getData: () => ({ lane: latest().lane.id }),
          canDrop: ({ source }) => typeof source.data['card'] === 'number',
          onDragEnter: follow,
          onDrag: follow,
        }),
        autoScroll(within),
      ),
    )
  }, [column, scroller, store, latest])
}

function hover(store: BoardStore, { lane, scroller, rows }: Column, clientY: number) {
  const { carry } = store.get()
  const box = scroller.current?.getBoundingClientRect()
  if (!carry || !box) return
  const y = clientY - box.top + (scroller.current?.scrollTop ?? 0)
  const index = withinSection(lane.rows, indexAt(lane.rows, rows, y, carry.ref), carry.section, carry.ref)
  if (carry.lane === lane.id && carry.index === index) return
  store.set({ carry: { ...carry, lane: lane.id, index } })
}
