const DELAY_MS = 350

/** Shows in the layer the `data-tip` of whatever is pointed at or focused, and why a control that is pressed does nothing. */
export function watchTips(layer: HTMLDivElement): () => void {
  let timer = 0
  let shown: Element | null = null
  const hide = () => {
    clearTimeout(timer)
    shown = null
    if (layer.matches(':popover-open')) layer.hidePopover()
  }
  const show = (target: Element) => {
    const tip = target.getAttribute('data-tip')
    if (!tip || !target.isConnected) return
    layer.textContent = tip
    layer.showPopover()
    place(layer, target.getBoundingClientRect())
  }
  const consider = (event: Event) => {
    const target = event.target instanceof Element ? event.target.closest('[data-tip]') : null
    if (target === shown) return
    const quick = layer.matches(':popover-open')
    hide()
    const byKeys = event.type === 'focusin'
    if (!target || (byKeys && !target.matches(':focus-visible'))) return
    shown = target
    timer = window.setTimeout(() => show(target), byKeys || quick ? 0 : DELAY_MS)
  }
  // a finger does not point: its press on what cannot be pressed, or on what only shows something, asks for the words
  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target.closest('[data-tip]') : null
    if (!target || !answersNothing(target)) return
    hide()
    shown = target
    show(target)
  }
  const onKey = (event: KeyboardEvent) => event.key === 'Escape' && hide()
  const control = new AbortController()
  const options = { signal: control.signal, passive: true }
  for (const name of ['pointerover', 'focusin'] as const) document.addEventListener(name, consider, options)
  for (const name of ['pointerdown', 'scroll', 'dragstart'] as const) {
    document.addEventListener(name, hide, { ...options, capture: true })
  }
  document.addEventListener('click', onClick, options)
  document.addEventListener('keydown', onKey, options)
  return () => {
    control.abort()
    hide()
  }
}

const answersNothing = (target: Element) =>
  target.matches('[aria-disabled="true"]') ||
  target.closest('a, button, summary, label, [role^="menuitem"]') === null

/** Below the target, or above it where there is no room; never over the edge. */
function place(layer: HTMLElement, target: DOMRect) {
  const { offsetWidth: width, offsetHeight: height } = layer
  const left = Math.min(Math.max(target.left + target.width / 2 - width / 2, 6), innerWidth - width - 6)
  const below = target.bottom + 6
  layer.style.left = `${left}px`
  layer.style.top = `${below + height < innerHeight ? below : target.top - height - 6}px`
}
