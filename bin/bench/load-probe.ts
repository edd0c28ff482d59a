/** What a page tells of its own loading, in milliseconds from the start of the navigation. */
export type Loading = {
  /** A key reached the board: the page does what it is told. */
  usable: number
  /** The longest column was scrolled to its end, and its last card was there with its menu. */
  lastCard: number
  /** Largest contentful paint so far. */
  lcp: number
  /** The longest task of the main thread, in milliseconds. */
  longest: number
}

declare global {
  var loading: Loading | undefined
}

/**
 * Runs in the page before anything of the page does. It does what an impatient person does: press ↓ until a card takes
 * the focus, then scroll the longest column to its end and look for the last card's menu.
 */
export function probeLoading(): void {
  const found: Loading = { usable: 0, lastCard: 0, lcp: 0, longest: 0 }
  globalThis.loading = found
  const observe = (type: string, tell: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(tell)).observe({ type, buffered: true })
  observe('largest-contentful-paint', (entry) => (found.lcp = entry.startTime))
  observe('longtask', (entry) => (found.longest = Math.max(found.longest, entry.duration)))

  const lengthOf = (list: Element) => Number(list.querySelector('li')?.getAttribute('aria-setsize'))
  const longestList = () =>
    [...document.querySelectorAll('ul:has(> li[aria-posinset])')].toSorted(
      (a, b) => lengthOf(b) - lengthOf(a),
    )[0]
  const scrollerOf = (element: Element | null): Element | null => {
    if (!element) return null
    const scrolls = ['auto', 'scroll'].includes(getComputedStyle(element).overflowY)
    return scrolls && element.scrollHeight > element.clientHeight
      ? element
      : scrollerOf(element.parentElement)
  }
  const isThere = (list: Element, scroller: Element | null) => {
    const card = list.querySelector(`li[aria-posinset="${lengthOf(list)}"]`)
    const menu = card?.querySelector('button[aria-haspopup="menu"]')
    const end = (scroller ?? document.documentElement).getBoundingClientRect().bottom
    return menu ? menu.getBoundingClientRect().bottom <= end + 1 : false
  }
  const press = () => {
    const event = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true })
    document.body?.dispatchEvent(event)
  }
  const look = () => {
    if (found.usable === 0) {
      if (document.activeElement?.closest('li[aria-posinset]')) found.usable = performance.now()
      else press()
    }
    if (found.usable > 0) {
      const list = longestList()
      const scroller = scrollerOf(list ?? null)
      if (scroller) scroller.scrollTop = scroller.scrollHeight
      if (list && isThere(list, scroller)) found.lastCard = performance.now()
    }
    if (found.lastCard === 0) setTimeout(look, 8)
  }
  look()
}
