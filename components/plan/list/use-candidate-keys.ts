'use client'

import { useRouter } from 'next/navigation'
import type { RefObject } from 'react'

import { useIssueKeys } from '#components/commands/command-target.ts'
import { useLineFocus } from '#components/issues/list/use-line-focus.ts'
import { peekedNow } from '#components/issues/page/use-peek.ts'
import type { PeekAt } from '#components/issues/page/use-peek.ts'
import { announce } from '#components/shell/announcer.tsx'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import type { Hotkey } from '#components/shell/hotkeys.ts'
import { issueLink } from '#lib/kit/links.ts'

import type { RowActs } from './candidate-row.tsx'

type Parts = {
  group: string
  refs: readonly number[]
  active: number | null
  scroller: RefObject<HTMLElement | null>
  hadFocus: boolean
  setActive: (ref: number) => void
  reveal: (ref: number) => void
  onPeek: PeekAt
  acts: RowActs
  onStep: ((ref: number, step: -1 | 1) => void) | undefined
  onMake: (() => void) | undefined
}

/** Through the candidates without a pointer; the focus goes along, so that Enter opens and a screen reader reads. */
export function useCandidateKeys(parts: Parts) {
  const { group, refs, active, scroller, acts, onStep, onMake, onPeek, setActive, reveal } = parts
  const router = useRouter()
  const want = useLineFocus({ ...parts, refs })
  const isOnLine = () => active !== null
  const go = (step: number) => {
    const focused = document.activeElement?.closest('[data-candidate]')?.getAttribute('data-candidate')
    const from = refs.indexOf(focused ? Number(focused) : (active ?? -1))
    const ref = refs[from < 0 ? 0 : Math.min(Math.max(from + step, 0), refs.length - 1)]
    if (ref === undefined) return
    want(ref)
    setActive(ref)
    // what is looked at closer goes along
    if (peekedNow() !== null) onPeek(ref)
    reveal(ref)
  }
  const rowOf = (ref: number) =>
    scroller.current?.querySelector<HTMLElement>(`[data-ref="${ref}"]`) ?? document.body
  const stepKeys = (step: -1 | 1): Hotkey => ({
    keys: [step < 0 ? 'alt+ArrowUp' : 'alt+ArrowDown'],
    what: step < 0 ? 'Move up in the PM order' : 'Move down in the PM order',
    when: () => isOnLine() && onStep !== undefined,
    act: () => {
      if (active === null) return
      // drawn in its new place, the line has the focus again
      want(active)
      onStep?.(active, step)
    },
  })
  useHotkeys('Plan', [
    { keys: ['j', 'ArrowDown'], what: 'Next candidate', act: () => go(1) },
    { keys: ['k', 'ArrowUp'], what: 'Previous candidate', act: () => go(-1) },
    {
      keys: ['Enter'],
      what: 'Open',
      when: isOnLine,
      act: () => active !== null && router.push(issueLink(group, active)),
    },
    {
      keys: [' '],
      what: 'Peek at the issue',
      when: isOnLine,
      act: () => {
        const isOpen = active === peekedNow()
        onPeek(isOpen ? null : active)
        announce(isOpen ? 'The panel is closed.' : `#${active} is open beside the list.`)
      },
    },
    {
      keys: ['x'],
      what: 'Pick; with Shift, all from the last one on',
      shift: true,
      when: () => isOnLine() && acts.onPick !== undefined,
      act: ({ shiftKey }) => active !== null && acts.onPick?.(active, shiftKey),
    },
    {
      keys: ['a'],
      what: 'Choose the DRI',
      when: () => isOnLine() && acts.onDri !== undefined,
      act: () => active !== null && acts.onDri?.(active, rowOf(active)),
    },
    stepKeys(-1),
    stepKeys(1),
    {
      keys: ['mod+enter'],
      what: 'Make the Deliverables',
      when: () => onMake !== undefined && !isWriting(),
      act: () => onMake?.(),
    },
    {
      keys: ['Escape'],
      what: 'Close the panel',
      when: () => peekedNow() !== null,
      act: () => {
        onPeek(null)
        announce('The panel is closed.')
      },
    },
  ])
  useIssueKeys({ title: 'This issue', subject: { ref: () => active }, spare: ['a'] })
}

/** Ctrl with Enter sends what is being written; it makes no Deliverables from within a text or a dialog. */
const isWriting = () =>
  document.activeElement?.closest('textarea, input:not([type="checkbox"]), [role="dialog"], [role="menu"]') !=
  null
