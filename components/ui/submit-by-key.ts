import type { KeyboardEvent } from 'react'

/** Ctrl or ⌘ with Enter sends the form from each of its fields; an editor that does so itself has taken the key. */
export function submitByKey(event: KeyboardEvent) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
  // a list that was opened in the form stands beside it, and has the focus until it has gone
  const own = event.target instanceof Element ? event.target.closest('form') : null
  const form = own ?? event.currentTarget.querySelector('form')
  if (!form) return
  event.preventDefault()
  form.requestSubmit()
}
