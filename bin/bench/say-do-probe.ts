/**
 * Runs in the page of Say/Do before anything of the page does, as `probeLoading` does on a board: presses → on the chart until
 * another part of it has the focus. Both times of the record are that moment.
 */
export function probeSayDo(): void {
  const found = { usable: 0, lastCard: 0, lcp: 0, longest: 0 }
  globalThis.loading = found
  const observe = (type: string, tell: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(tell)).observe({ type, buffered: true })
  observe('largest-contentful-paint', (entry) => (found.lcp = entry.startTime))
  observe('longtask', (entry) => (found.longest = Math.max(found.longest, entry.duration)))
  const look = () => {
    const part = document.querySelector<HTMLElement>('[aria-label="Parts of each milestone"] a[tabindex="0"]')
    part?.focus()
    const press = new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, cancelable: true })
    part?.dispatchEvent(press)
    if (part && document.activeElement?.matches('a') && document.activeElement !== part) {
      found.usable = performance.now()
      found.lastCard = found.usable
      return
    }
    setTimeout(look, 8)
  }
  look()
}
