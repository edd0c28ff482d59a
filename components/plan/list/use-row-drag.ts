'use client'

import { useEffect, useState } from 'react'
import type { RefObject } from 'react'

import { autoScroll } from '#components/boards/drag/auto-scroll.ts'
import { withPointer } from '#components/boards/drag/with-pointer.ts'
import { useLatest } from '#components/ui/hooks/use-latest.ts'

type Parts = {
  scroller: RefObject<HTMLElement | null>
  body: RefObject<HTMLElement | null>
  /** Whether this reader orders the candidates. */
  isOn: boolean
  /** Numbers of the rows that are drawn now: each of them can be lifted. */
  drawn: string
  /** At how many candidates above lies a place so many pixels below the first row. */
  indexAt: (y: number) => number
  onDrop: (ref: number, index: number) => void
}

export type Dragged = { ref: number; index: number | null }

/** Ordering by pointer: a row is lifted, and a line shows where it would fall. */
export function useRowDrag({ scroller, body, isOn, drawn, indexAt, onDrop }: Parts): Dragged | null {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const latest = useLatest({ indexAt, onDrop })
  useEffect(() => {
    const [within, rows] = [scroller.current, body.current]
    if (!isOn || !within || !rows) return undefined
    const placeOf = (clientY: number) => latest().indexAt(clientY - rows.getBoundingClientRect().top)
    return withPointer(({ combine, dropTargetForElements, monitorForElements, preventUnhandled }) =>
      combine(
        autoScroll(within),
        dropTargetForElements({ element: within, canDrop: ({ source }) => refIn(source.data) !== null }),
        monitorForElements({
          canMonitor: ({ source }) => refIn(source.data) !== null,
          onDragStart({ source }) {
            preventUnhandled.start()
            const ref = refIn(source.data)
            if (ref !== null) setDragged({ ref, index: null })
          },
          onDrag({ source, location }) {
            const ref = refIn(source.data)
            const isOver = location.current.dropTargets.length > 0
            const index = isOver ? placeOf(location.current.input.clientY) : null
            if (ref !== null) setDragged((now) => (now?.index === index ? now : { ref, index }))
          },
          onDrop({ source, location }) {
            setDragged(null)
            const ref = refIn(source.data)
            if (ref === null || location.current.dropTargets.length === 0) return
            latest().onDrop(ref, placeOf(location.current.input.clientY))
          },
        }),
      ),
    )
  }, [scroller, body, isOn, latest])
  useEffect(() => {
    const rows = body.current
    if (!isOn || !rows) return undefined
    return withPointer(({ combine, draggable }) =>
      combine(
        ...drawn.split(',').flatMap((ref) => {
          const element = rows.querySelector<HTMLElement>(`[data-candidate="${ref}"]`)
          return element ? [draggable({ element, getInitialData: () => ({ candidate: Number(ref) }) })] : []
        }),
      ),
    )
  }, [body, isOn, drawn])
  return dragged
}

const refIn = ({ candidate }: Record<string | symbol, unknown>): number | null =>
  typeof candidate === 'number' ? candidate : null
