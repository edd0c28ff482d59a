/**
 * Runs in the page of one’s weekly updates before anything of the page does, as `probeLoading` does on a board: presses P until
 * the progress of a subject has the focus. Both times of the record are that moment.
 */
export function probeStatus(): void {
  const found = { usable: 0, lastCard: 0, lcp: 0, longest: 0 }
  globalThis.loading = found
  const observe = (type: string, tell: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(tell)).observe({ type, buffered: true })
  observe('largest-contentful-paint', (entry) => (found.lcp = entry.startTime))
  observe('longtask', (entry) => (found.longest = Math.max(found.longest, entry.duration)))
  const look = () => {
    if (document.activeElement?.matches('[data-subject] textarea')) {
      found.usable = performance.now()
      found.lastCard = found.usable
      return
    }
    const press = new KeyboardEvent('keydown', { key: 'p', code: 'KeyP', bubbles: true, cancelable: true })
    document.body?.dispatchEvent(press)
    setTimeout(look, 8)
  }
  look()
}
