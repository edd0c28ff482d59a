/** What a card or a line of a list is found by again where it is drawn anew. */
const MARKS = ['data-card', 'data-ref', 'data-issue']

/**
 * Remembers what has the focus, so that it can be given back when a menu or a dialog closes. A card that was drawn anew in
 * another column in the meantime is found by its number; where a line of a list has gone, the one beside it has it. Where nothing has the focus, it is what the popup stands at.
 */
export function focusToGiveBack(anchor?: HTMLElement): () => HTMLElement | null {
  const focused = document.activeElement
  const element =
    focused instanceof HTMLElement && focused !== document.body
      ? focused
      : (anchor?.closest<HTMLElement>('[data-card]') ?? anchor)
  const marked = element?.closest(MARKS.map((mark) => `[${mark}]`).join())
  const mark = MARKS.find((one) => marked?.hasAttribute(one))
  const name = mark && `[${mark}="${marked?.getAttribute(mark)}"]`
  const line = element?.closest('li')
  const beside = [line, line?.nextElementSibling, line?.previousElementSibling]
  return () => {
    if (!element || element.isConnected) return element ?? null
    const again = name ? document.querySelector(name) : null
    return focusableIn(again ?? beside.find((one) => one?.isConnected))
  }
}

/** A card takes the focus itself, a line by its link. */
function focusableIn(found: Element | null | undefined): HTMLElement | null {
  if (!(found instanceof HTMLElement)) return null
  return found.matches('[tabindex], a, button') ? found : found.querySelector<HTMLElement>('a, button')
}
