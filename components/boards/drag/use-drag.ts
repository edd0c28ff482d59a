'use client'

import { useEffect } from 'react'
import type { RefObject } from 'react'

import { dismissAll } from '#components/shell/toasts.ts'

import { autoScroll } from './auto-scroll.ts'
import type { BoardParts } from '#components/boards/view/board-context.ts'
import { cardOf, laneOfCard, sectionOf } from './board-snapshot.ts'
import { withPointer } from './with-pointer.ts'

/** Where the pointer is in the window, in pixels, for what follows it. */
export type Point = { x: number; y: number }

/** Follows a card from the moment it is lifted until it is dropped or let go. */
export function useDrag(
  { store, snapshot, move }: BoardParts,
  columns: RefObject<HTMLElement | null>,
  follow: (point: Point) => void,
) {
  useEffect(() => {
    const across = columns.current
    if (!across) return undefined
    return withPointer(({ combine, monitorForElements, preventUnhandled }) =>
      combine(
        autoScroll(across),
        monitorForElements({
          canMonitor: ({ source }) => typeof source.data['card'] === 'number',
          onDragStart({ source, location }) {
            preventUnhandled.start()
            const { card: ref, height } = source.data
            const card = typeof ref === 'number' ? cardOf(snapshot(), ref) : null
            if (!card || typeof height !== 'number') return
            dismissAll()
            const section = sectionOf(snapshot(), card)
            store.set({
              carry: {
                ref: card.ref,
                how: 'pointer',
                from: laneOfCard(snapshot(), card),
                own: section,
                section,
                lane: null,
                index: null,
                height,
              },
              menu: null,
            })
            follow(pointOf(location.current.input))
          },
          onDrag: ({ location }) => follow(pointOf(location.current.input)),
          onDropTargetChange({ location }) {
            if (location.current.dropTargets.length > 0) return
            store.set(({ carry }) => ({
              carry: carry && { ...carry, lane: null, index: null, section: carry.own },
            }))
          },
          onDrop({ location }) {
            const { carry } = store.get()
            store.set({ carry: null })
            if (!carry || carry.lane === null || location.current.dropTargets.length === 0) return
            move(carry.ref, { lane: carry.lane, index: carry.index, section: carry.section })
          },
        }),
      ),
    )
  }, [store, snapshot, move, columns, follow])
}

const pointOf = ({ clientX: x, clientY: y }: { clientX: number; clientY: number }): Point => ({ x, y })
