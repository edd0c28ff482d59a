import type { VirtualItem } from '@tanstack/react-virtual'

import type { Asked, Virtual } from './types.ts'

/**
 * The rows as the server draws them, from what they are estimated to measure: they stay until what measures and follows
 * them has come. Scrolls, but draws nothing new.
 */
export function stillRows(asked: Asked): Virtual {
  const { count, gap = 0, paddingStart = 0, scrollMargin = 0, initialRect, horizontal = false } = asked
  const items: VirtualItem[] = []
  let start = paddingStart + scrollMargin
  for (let index = 0; index < count; index += 1) {
    const size = asked.estimateSize(index)
    const key = asked.getItemKey?.(index) ?? index
    items.push({ index, key, start, end: start + size, size, lane: 0 })
    start += size + gap
  }
  const room = horizontal ? initialRect.width : initialRect.height
  const beyond = items.findIndex(({ end }) => end >= room)
  const endIndex = beyond < 0 ? count - 1 : beyond
  const shown = items.slice(0, endIndex + 1 + asked.overscan)
  return {
    isScrolling: false,
    measurementsCache: items,
    range: { startIndex: 0, endIndex },
    getVirtualItems: () => shown,
    getTotalSize: () => Math.max((items.at(-1)?.end ?? paddingStart) - scrollMargin, 0),
    getVirtualItemForOffset: (offset) => items.findLast((item) => item.start <= offset) ?? items[0],
    measureElement: () => {},
    scrollToIndex(index) {
      const [item, scroller] = [items[index], asked.getScrollElement()]
      if (item && scroller) bringIntoView(scroller, item, horizontal)
    },
  }
}

function bringIntoView(scroller: Element, { start, end }: VirtualItem, horizontal: boolean) {
  const [from, room] = horizontal
    ? [scroller.scrollLeft, scroller.clientWidth]
    : [scroller.scrollTop, scroller.clientHeight]
  const to = start < from ? start : Math.max(from, end - room)
  scroller.scrollTo(horizontal ? { left: to } : { top: to })
}
