import { useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'

/**
 * The fields of a form that the server drew take text before its script is here. What was typed or ticked until then is
 * entered again once the form is alive, so that its state is what is seen.
 */
export function useTypedAhead<T extends HTMLElement>(): RefObject<T | null> {
  const form = useRef<T>(null)
  useLayoutEffect(() => {
    for (const field of form.current?.querySelectorAll('input, textarea') ?? []) enterAgain(field)
  }, [])
  return form
}

/** The browser keeps what the server drew as the default; React hears of a change only where it differs from what it knows. */
function enterAgain(field: Element): void {
  if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) {
    if (field.checked === field.defaultChecked) return
    field.checked = field.defaultChecked
    field.click()
    return
  }
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  const { value, defaultValue } = field
  if (value === defaultValue || field.readOnly || field.type === 'file') return
  field.value = defaultValue
  const proto = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  // the setter of the element is React's own, which would take the text for known
  Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
