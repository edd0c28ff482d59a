'use client'

import { useMemo, useRef } from 'react'
import type { FocusEvent } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement

/** Notices what each text field held when one came to it, so that it can be told whether words would be lost. */
export function useTypedText() {
  const before = useRef(new Map<Field, string>())
  return useMemo(
    () => ({
      onFocus({ target }: FocusEvent) {
        if (isText(target) && !before.current.has(target)) before.current.set(target, target.value)
      },
      /** What is searched for is asked again as quickly as it was typed. */
      wereTyped: () =>
        [...before.current].some(
          ([field, initial]) =>
            field.isConnected && field.value.trim() !== '' && field.value.trim() !== initial.trim(),
        ),
    }),
    [],
  )
}

/** The kinds of fields that hold words of one's own. */
const KINDS = new Set(['textarea', 'text', 'email', 'url', 'tel', 'password'])

const isText = (field: Element): field is Field =>
  (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) &&
  KINDS.has(field.type) &&
  field.role !== 'combobox'
