import type { KeyboardEvent } from 'react'

import { isComposing } from '#components/ui/keys/is-composing.ts'

/** Escape goes from a field to its card, where letters and figures are keys. */
export function leaveField(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return
  event.preventDefault()
  event.currentTarget.closest('article')?.focus()
}
