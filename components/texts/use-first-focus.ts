'use client'

import { useCallback, useLayoutEffect, useRef } from 'react'

import { awaitFocus } from '#components/ui/popups/awaited-focus.ts'
import { useLatest } from '#components/ui/hooks/use-latest.ts'

/** Goes to a text field once, when it is there: the editor comes a moment after it was asked for. */
export function useFirstFocus(wanted: boolean, onGiveUp: () => void) {
  const isOpen = useRef(wanted)
  const giveUp = useLatest(onGiveUp)
  useLayoutEffect(
    () => (isOpen.current ? awaitFocus({ popup: () => null, giveUp: () => giveUp()() }) : undefined),
    [giveUp],
  )
  return useCallback((field: HTMLTextAreaElement | null) => {
    if (!field || !isOpen.current) return
    isOpen.current = false
    field.focus()
    field.setSelectionRange(field.value.length, field.value.length)
  }, [])
}
