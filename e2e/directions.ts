import type { Locator } from 'playwright/test'

/** What stands beside another thing than it was written beside, and what is not read in its own direction. */
export type Turned = { misplaced: string[]; bare: string[] }

/**
 * Looks at how words lie on the screen. Each text of a person's own is one piece, each word of the product another: on
 * a line, every piece stands to the right of the one that was written before it.
 *
 * @param known all texts that the story entered: a piece that turns its direction holds nothing beside one of them
 */
export const turnedIn = (place: Locator, known: readonly string[]): Promise<Turned> =>
  place.evaluate((container, texts) => {
    const turns = /[\u0590-\u08ff]/
    const firstStrong = /[A-Za-z\u0590-\u08ff]/
    const isKnown = (text: string) => {
      const plain = text.replaceAll(/[\u2068\u2069…]/g, '').trim()
      return texts.some((one) => one.includes(plain))
    }
    type Piece = { text: string; rects: DOMRect[] }
    const pieces: Piece[] = []
    const bare: string[] = []
    const isForTheEar = (element: Element | null): boolean =>
      element !== null &&
      element !== container &&
      (element.getClientRects()[0]?.width === 1 || isForTheEar(element.parentElement))
    const add = (text: string, shape: Element | Range) => {
      const rects = [...shape.getClientRects()].filter(({ width }) => width > 0)
      if (rects.length > 0) pieces.push({ text, rects })
      return rects.length > 0
    }
    const ISOLATES = '[dir="auto"], bdi'
    const outermost = (element: Element | null): Element | null => {
      if (element === null || element === container) return null
      return outermost(element.parentElement) ?? (element.matches(ISOLATES) ? element : null)
    }
    /** What an element takes its direction from: its text without what has a direction of its own. */
    const leading = (element: Element): string => {
      const bare = document.createElement('div')
      bare.innerHTML = element.innerHTML
      for (const inner of bare.querySelectorAll(ISOLATES)) inner.remove()
      return firstStrong.exec(bare.textContent ?? '')?.[0] ?? ''
    }
    const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT)
    const isolates = new Set<Element>()
    while (walker.nextNode()) {
      const node = walker.currentNode
      const text = node.nodeValue ?? ''
      if (isForTheEar(node.parentElement)) continue
      const own = outermost(node.parentElement)
      if (own) {
        if (isolates.has(own)) continue
        isolates.add(own)
        const whole = own.textContent ?? ''
        if (!add(whole, own) || !turns.test(whole)) continue
        const wanted = turns.test(leading(own)) ? 'rtl' : 'ltr'
        if (getComputedStyle(own).direction !== wanted || !isKnown(whole)) bare.push(whole)
        continue
      }
      for (const word of text.matchAll(/\u2068[^\u2069]*\u2069|[^\s\u2068]+/g)) {
        const range = document.createRange()
        range.setStart(node, word.index)
        range.setEnd(node, word.index + word[0].length)
        if (add(word[0], range) && turns.test(word[0]) && !(word[0].startsWith('\u2068') && isKnown(word[0])))
          bare.push(word[0])
      }
    }
    const onLine = (a: DOMRect, b: DOMRect) => a.top < b.top + b.height / 2 && b.top + b.height / 2 < a.bottom
    const misplaced = pieces.slice(1).flatMap((piece, at) => {
      const before = pieces[at]
      const [first] = piece.rects
      if (!before || !first) return []
      const beside = before.rects.filter((rect) => onLine(rect, first))
      const same = piece.rects.filter((rect) => beside.some((one) => onLine(one, rect)))
      if (beside.length === 0) return []
      const end = Math.max(...beside.map(({ right }) => right))
      return Math.min(...same.map(({ left }) => left)) >= end - 2 ? [] : [`${before.text} | ${piece.text}`]
    })
    return { misplaced, bare }
  }, known)
