'use client'

import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { preventUnhandled } from '@atlaskit/pragmatic-drag-and-drop/prevent-unhandled'
import { useEffect } from 'react'
import type { RefObject } from 'react'

import { dismissAll } from '#components/shell/toasts.ts'

import { autoScroll } from './auto-scroll.ts'
import type { BoardParts } from '#components/boards/view/board-context.ts'
import { cardOf, laneOfCard, sectionOf } from './board-snapshot.ts'

/** Where the pointer is in the window, in pixels, for what follows it. */
export type Point = { x: number; y: number }

/** Follows a card from the moment it is lifted until it is dropped or let go. */
export function useDrag(
  { store, scene, move }: BoardParts,
  columns: RefObject<HTMLElement | null>,
  follow: (point: Point) => void,
) {
  useEffect(() => {
    if (!columns.current) return undefined
    return combine(
      autoScroll(columns.current),
      monitorForElements({
        canMonitor: ({ source }) => typeof source.data['card'] === 'number',
        onDragStart({ source, location }) {
          preventUnhandled.start()
          const { card: ref, height } = source.data
          const card = typeof ref === 'number' ? cardOf(scene(), ref) : null
          if (!card || typeof height !== 'number') return
          dismissAll()
          const section = sectionOf(scene(), card)
          store.set({
            carry: {
              ref: card.ref,
              how: 'pointer',
              from: laneOfCard(scene(), card),
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
    )
  }, [store, scene, move, columns, follow])
}

const pointOf = ({ clientX: x, clientY: y }: { clientX: number; clientY: number }): Point => ({ x, y })
