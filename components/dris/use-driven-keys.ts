'use client'

import { useEffect, useRef } from 'react'

import { useIssueKeys } from '#components/commands/command-target.ts'
import { useLineKeys } from '#components/shell/use-line-keys.ts'

/** Through the lines of a page; and for the issue whose line has the focus, the keys that lists and boards have for it. */
export function useDrivenKeys(setting: Parameters<typeof useLineKeys>[0]) {
  const last = useRef<number | null>(null)
  useLineKeys(setting)
  useIssueKeys({ title: 'This issue', subject: { ref: () => focusedIssue(last.current) } })
  useEffect(() => {
    const onFocus = () => {
      if (document.activeElement?.closest('#main')) last.current = focusedIssue(null)
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [])
}

/** `last` is the one that had the focus before it went over the page: to the palette, or to a dialog. */
function focusedIssue(last: number | null): number | null {
  const focused = document.activeElement
  if (!focused || focused === document.body) return null
  if (!focused.closest('#main'))
    return document.querySelector(`#main [data-issue="${last ?? ''}"]`) ? last : null
  const ref = Number(focused.closest<HTMLElement>('[data-issue]')?.dataset['issue'])
  return Number.isSafeInteger(ref) && ref > 0 ? ref : null
}
