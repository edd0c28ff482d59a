'use client'

/**
 * Scrolls an element while a card is held near its edge. What does it is fetched when a pointer first moves over the
 * page: nobody drags before, and who works by keys never needs it.
 */
export function autoScroll(element: HTMLElement): () => void {
  const left = new AbortController()
  const begin = async () => {
    const { autoScrollForElements } = await import('@atlaskit/pragmatic-drag-and-drop-auto-scroll/element')
    if (left.signal.aborted) return
    left.signal.addEventListener('abort', autoScrollForElements({ element }))
  }
  const once = { once: true, signal: left.signal }
  document.addEventListener('pointerover', () => void begin().catch(() => {}), once)
  return () => left.abort()
}
