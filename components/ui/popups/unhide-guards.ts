/**
 * The library puts elements round a popup that pass the focus on, and hides them from screen readers. What can be
 * focused must not be hidden (WCAG 4.1.2): as they never keep the focus, nothing is lost by saying that they are there.
 * Once more after the library has hidden the rest of the page.
 */
export function unhideGuards(popup: HTMLElement | null) {
  if (!popup) return
  unhide()
  requestAnimationFrame(unhide)
}

function unhide() {
  for (const guard of document.querySelectorAll('[data-base-ui-focus-guard]')) {
    guard.removeAttribute('aria-hidden')
  }
}
