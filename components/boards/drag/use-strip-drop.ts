'use client'

import { useEffect } from 'react'
import type { RefObject } from 'react'

import type { LaneId } from '#lib/domain/boards.ts'

import { withPointer } from './with-pointer.ts'
import { useBoardParts } from '#components/boards/view/board-context.ts'

/** A lane beside the columns takes cards folded and unfolded; it keeps no order. */
export function useStripDrop(strip: RefObject<HTMLElement | null>, lane: LaneId) {
  const { store } = useBoardParts()
  useEffect(() => {
    const element = strip.current
    if (!element) return undefined
    return withPointer(({ dropTargetForElements }) =>
      dropTargetForElements({
        element,
        getData: () => ({ lane }),
        canDrop: ({ source }) => typeof source.data['card'] === 'number',
        onDragEnter: () =>
          store.set(({ carry }) => ({ carry: carry && { ...carry, lane, index: null, section: carry.own } })),
      }),
    )
  }, [strip, lane, store])
}
