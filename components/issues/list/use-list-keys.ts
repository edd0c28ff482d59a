'use client'

import { useRouter } from 'next/navigation'
import type { RefObject } from 'react'

import { announce } from '#components/shell/announcer.tsx'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import type { Hotkey } from '#components/shell/hotkeys.ts'
import { refusesPeek } from '#components/shell/refuse.ts'
import { issueLink } from '#lib/kit/links.ts'

import { useIssueKeys } from '#components/commands/command-target.ts'
import { useLineFocus } from './use-line-focus.ts'
import { peekedNow } from '#components/issues/page/use-peek.ts'
import type { PeekAt } from '#components/issues/page/use-peek.ts'
import type { Selection } from '#components/issues/bulk/use-selection.ts'

type Parts = {
  group: string
  /** Selecting is for those who can change what they select. */
  mayEdit: boolean
  refs: readonly number[]
  active: number | null
  selection: Selection
  scroller: RefObject<HTMLElement | null>
  /** Part of a page that has Enter for itself; a link that has the focus opens anyway. */
  isWithin: boolean
  onPeek: PeekAt
  setActive: (ref: number) => void
  reveal: (at: number) => void
  /** Whether one comes back to a line that had the focus. */
  hadFocus: boolean
}

const PANEL_CLOSED = 'The panel is closed.'

/** Through a list without a pointer; the focus goes along, so that Enter opens and a screen reader reads. */
export function useListKeys(parts: Parts) {
  const { group, mayEdit, refs, active, selection, isWithin, onPeek, setActive, reveal } = parts
  const router = useRouter()
  const want = useLineFocus(parts)
  const go = (step: number, event: KeyboardEvent) => {
    const focused = document.activeElement?.getAttribute('data-ref')
    const from = refs.indexOf(focused ? Number(focused) : (active ?? -1))
    const to = from < 0 ? 0 : Math.min(Math.max(from + step, 0), refs.length - 1)
    const ref = refs[to]
    if (ref === undefined) return
    if (event.shiftKey && mayEdit) {
      const start = refs[Math.max(from, 0)] ?? ref
      for (const one of new Set([start, ref])) if (!selection.refs.has(one)) selection.toggle(one)
      const count = new Set([...selection.refs, start, ref]).size
      announce(`#${ref} selected, ${count} in all.`)
    }
    want(ref)
    setActive(ref)
    // what is looked at closer goes along
    if (peekedNow() !== null) onPeek(ref)
    reveal(to)
  }
  const enter: Hotkey = {
    keys: ['Enter'],
    what: 'Open',
    when: () => active !== null,
    act: () => active !== null && router.push(issueLink(group, active)),
  }
  useHotkeys('Issues', [
    {
      keys: ['j', 'ArrowDown'],
      what: 'Next issue; with Shift, extend the selection',
      shift: true,
      act: (event) => go(1, event),
    },
    { keys: ['k', 'ArrowUp'], what: 'Previous issue', shift: true, act: (event) => go(-1, event) },
    ...(isWithin ? [] : [enter]),
    {
      keys: [' '],
      what: 'Peek at the issue',
      when: () => active !== null,
      act: () => {
        if (refusesPeek()) return
        const isOpen = active === peekedNow()
        onPeek(isOpen ? null : active)
        announce(isOpen ? PANEL_CLOSED : `#${active} is open beside the list.`)
      },
    },
    {
      keys: ['x'],
      what: 'Select',
      when: () => active !== null && mayEdit,
      act: () => {
        if (active === null) return
        selection.toggle(active)
        const wasSelected = selection.refs.has(active)
        const count = selection.refs.size + (wasSelected ? -1 : 1)
        announce(`#${active} ${wasSelected ? 'not selected' : 'selected'}, ${count} in all.`)
      },
    },
    {
      keys: ['Escape'],
      what: 'Close the panel, or deselect',
      when: () => peekedNow() !== null || selection.refs.size > 0,
      act: () => {
        const isOpen = peekedNow() !== null
        if (isOpen) onPeek(null)
        else selection.clear()
        announce(isOpen ? PANEL_CLOSED : 'Nothing is selected.')
      },
    },
  ])
  useIssueKeys({ title: 'This issue', subject: { ref: () => active, refs: () => [...selection.refs] } })
}
