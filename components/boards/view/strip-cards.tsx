'use client'

import { useCallback, useEffect, useMemo, useRef } from 'react'

import { useStore } from '#components/ui/store.ts'
import { useVirtual } from '#components/ui/virtual/use-virtual.ts'

import type { Lane } from './arrange.ts'
import { BoardCard } from './board-card.tsx'
import { useBoardParts } from './board-context.ts'
import type { LaneLook } from './column-rows.tsx'

const WIDTH = 240
const GAP = 8

/** The cards of a lane that lies across, once it is opened. */
export function StripCards({ lane, look }: { lane: Lane; look: LaneLook }) {
  const { store } = useBoardParts()
  const scroller = useRef<HTMLDivElement>(null)
  const setting = useMemo(() => ({ ...look.setting, column: null }), [look.setting])
  const cards = useVirtual({
    count: lane.cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => WIDTH,
    getItemKey: useCallback((at: number) => lane.cards[at]?.ref ?? at, [lane.cards]),
    horizontal: true,
    gap: GAP,
    overscan: 2,
    initialRect: { width: 1200, height: 100 },
  })
  const wanted = useStore(store, (state) => (state.wanted ? state.active : null))
  useEffect(() => {
    const at = lane.cards.findIndex(({ ref }) => ref === wanted)
    if (at >= 0) cards.scrollToIndex(at, { align: 'auto' })
  }, [wanted, lane.cards, cards])
  return (
    <div ref={scroller} className="scroll-calm overflow-x-auto overscroll-x-contain px-2.5 pt-1 pb-2.5">
      <ul aria-label={lane.title} className="relative h-[138px]" style={{ width: cards.getTotalSize() }}>
        {cards.getVirtualItems().map(({ index, start, key }) => {
          const card = lane.cards[index]
          if (!card) return null
          return (
            <BoardCard
              key={key}
              card={card}
              setting={setting}
              actor={look.actor}
              compact={false}
              place={index}
              of={lane.cards.length}
              row={index}
              measure={skip}
              left={start}
            />
          )
        })}
      </ul>
      {lane.cards.length === 0 && <p className="pb-2 text-center text-ink-3">No cards.</p>}
    </div>
  )
}

const skip = () => {}
