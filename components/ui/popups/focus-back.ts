/** What a card or a line of a list is found by again where it is drawn anew. */
const MARKS = ['data-card', 'data-ref', 'data-issue']

/**
 * Remembers what has the focus, so that it can be given back when a menu or a dialog closes. A card that was drawn anew in
 * another column in the meantime is found by its number. Where nothing has the focus, it is what the popup stands at.
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
  return () => (element?.isConnected ? element : name ? document.querySelector<HTMLElement>(name) : null)
}
