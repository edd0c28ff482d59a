'use client'

import { useCallback, useEffect, useRef } from 'react'

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
  const lifted = useRef<((point: Point) => void) | null>(null)
  const follow = useCallback((point: Point) => {
    last.current = point
    if (layer.current) layer.current.style.transform = `translate(${point.x}px, ${point.y}px)`
    lifted.current?.(point)
  }, [])
  useDrag(parts, columns, follow)
  const carry = useStore(parts.store, (state) => state.carry)
  useEffect(() => {
    // A person who presses may go on to drag: by then it is here.
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
      {carry?.how === 'pointer' && <Lifted carry={carry} look={look} at={last} ref={lifted} />}
    </div>
  )
}
