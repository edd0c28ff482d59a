'use client'

import { useCallback, useEffect, useRef } from 'react'

import { lazily } from '#components/ui/lazily.tsx'
import { useStore } from '#components/ui/store.ts'

import type { BoardParts } from './board-context.ts'
import type { LaneLook } from './column-rows.tsx'
import { useDrag } from './use-drag.ts'
import type { Point } from './use-drag.ts'
import type { RefObject } from 'react'

const Lifted = lazily(async () => (await import('./lifted.tsx')).Lifted)

type Props = { parts: BoardParts; columns: RefObject<HTMLElement | null>; look: LaneLook }

/** The lifted card at the pointer, and beside it what letting go would change. */
export function DropPreview({ parts, columns, look }: Props) {
  const layer = useRef<HTMLDivElement>(null)
  const follow = useCallback((point: Point) => layer.current && moveTo(layer.current, point), [])
  useDrag(parts, columns, follow)
  const carry = useStore(parts.store, (state) => state.carry)
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

/** Moves the layer without rendering; near the right or lower edge the words step to the other side. */
function moveTo(layer: HTMLElement, { x, y }: Point) {
  layer.style.transform = `translate(${x}px, ${y}px)`
  const words = layer.querySelector<HTMLElement>('[data-words]')
  if (!words) return
  const left = x + 96 + 256 > innerWidth ? -268 : 96
  const top = y + 80 + words.offsetHeight > innerHeight ? -words.offsetHeight - 24 : 80
  words.style.translate = `${left - 96}px ${top - 80}px`
}
