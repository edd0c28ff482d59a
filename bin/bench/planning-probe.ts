/**
 * Runs in the page of a capacity or a plan before anything of the page does, as `probeLoading` does on a board: presses the
 * first figure until its sum is open, or ↓ until a candidate takes the focus. Both times of the record are that moment.
 */
export function probePlanning(): void {
  const found = { usable: 0, lastCard: 0, lcp: 0, longest: 0 }
  globalThis.loading = found
  const observe = (type: string, tell: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(tell)).observe({ type, buffered: true })
  observe('largest-contentful-paint', (entry) => (found.lcp = entry.startTime))
  observe('longtask', (entry) => (found.longest = Math.max(found.longest, entry.duration)))
  const look = () => {
    if (
      document.querySelector('ul[aria-label="Sum"]') ??
      document.activeElement?.closest('[data-candidate]')
    ) {
      found.usable = performance.now()
      found.lastCard = found.usable
      return
    }
    const figure = document.querySelector<HTMLElement>('[data-cell="0 0"]')
    if (figure) figure.click()
    else document.body?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
    setTimeout(look, 8)
  }
  look()
}

/** When an override was answered and when its figure changed, in milliseconds of the page's clock. */
export type Shown = { answered: number; shown: number }

declare global {
  var overrideTimes: Shown | undefined
}

/** Runs in the page: watches the line of a figure change, after the answer to the override that is sent next. */
export function watchFigure(cell: string): void {
  const times: Shown = { answered: 0, shown: 0 }
  globalThis.overrideTimes = times
  const figure = () => document.querySelector(cell)?.closest('tr')?.textContent
  const before = figure()
  const answers = new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.name.endsWith('/overrides')) times.answered = entry.startTime + entry.duration
  })
  answers.observe({ type: 'resource' })
  const changes = new MutationObserver(() => {
    if (times.shown > 0 || figure() === before) return
    times.shown = performance.now()
    changes.disconnect()
  })
  changes.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
}
