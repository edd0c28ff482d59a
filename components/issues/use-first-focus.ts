'use client'

import { useCallback, useRef } from 'react'

/** Goes to a text field once, when it is there: the editor comes a moment after it was asked for. */
export function useFirstFocus(wanted: boolean) {
  const isOpen = useRef(wanted)
  return useCallback((field: HTMLTextAreaElement | null) => {
    if (!field || !isOpen.current) return
    isOpen.current = false
    field.focus()
    field.setSelectionRange(field.value.length, field.value.length)
  }, [])
}
