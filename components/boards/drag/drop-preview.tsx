'use client'

import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'

import { lazily } from '#components/ui/popups/lazily.tsx'
import { useStore } from '#components/ui/store.ts'

import type { BoardParts } from '#components/boards/view/board-context.ts'
import type { LaneLook } from '#components/boards/view/column-rows.tsx'
import { useDrag } from './use-drag.ts'
import type { Point } from './use-drag.ts'
import type { RefObject } from 'react'

const Lifted = lazily(async () => (await import('./drag-overlay.tsx')).Lifted)

type Props = { parts: BoardParts; columns: RefObject<HTMLElement | null>; look: LaneLook }

/** The lifted card at the pointer, and beside it what letting go would change. */
export function DropPreview({ parts, columns, look }: Props) {
  const layer = useRef<HTMLDivElement>(null)
  const last = useRef<Point | null>(null)
  const follow = useCallback((point: Point) => {
    last.current = point
    if (layer.current) moveTo(layer.current, point)
  }, [])
  useDrag(parts, columns, follow)
  const carry = useStore(parts.store, (state) => state.carry)
  // Other words are higher or lower than those before.
  useLayoutEffect(() => {
    if (layer.current && last.current && carry) moveTo(layer.current, last.current)
  }, [carry])
  useEffect(() => {
    // Whoever presses may go on to drag: by then it is here.
    const root = columns.current
    root?.addEventListener('pointerdown', Lifted.ahead, { once: true })
    return () => root?.removeEventListener('pointerdown', Lifted.ahead)
  }, [columns])
  return (
    <div
      ref={layer}
      className="pointer-events-none fixed top-0 left-0 z-30 will-change-transform no-print"
      aria-hidden="true"
    >
      {carry?.how === 'pointer' && <Lifted carry={carry} look={look} />}
    </div>
  )
}

const [RIGHT, BELOW, EDGE] = [96, 80, 8]

/** Moves the layer without rendering; the words step to the other side at the right edge, and stay in the window. */
function moveTo(layer: HTMLElement, { x, y }: Point) {
  layer.style.transform = `translate(${x}px, ${y}px)`
  const words = layer.querySelector<HTMLElement>('[data-words]')
  if (!words) return
  const { offsetWidth: width, offsetHeight: height } = words
  const isRight = x + RIGHT + width + EDGE <= innerWidth
  const left = Math.max(EDGE, isRight ? x + RIGHT : Math.min(x - width - 12, innerWidth - width - EDGE))
  const isBelow = y + BELOW + height + EDGE <= innerHeight
  const top = Math.max(EDGE, isBelow ? y + BELOW : Math.min(y - height - 24, innerHeight - height - EDGE))
  words.style.translate = `${left - x - RIGHT}px ${top - y - BELOW}px`
}
