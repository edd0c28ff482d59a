'use client'

import type { ReactNode } from 'react'

import { counted } from '#components/changes/pieces.ts'
import { AskButton } from '#components/commands/ask-button.tsx'
import type { What } from '#components/commands/issue-commands.ts'
import { LOOKS } from '#components/issues/facts/looks.ts'
import type { StateTab } from '#components/issues/list/list-state.ts'
import { Button } from '#components/ui/button.tsx'
import { CHOICE_NAMES, FLAG_NAMES } from '#lib/domain/facts/names.ts'

import type { Selection } from './use-selection.ts'

/** Questions that a menu answers, and those that a dialog does. */
const MENUS: readonly [what: What, title: string][] = [
  ['status', 'Status'],
  ['type', 'Type'],
  ['milestone', 'Milestone'],
  ['add_labels', 'Add label'],
  ['remove_labels', 'Remove label'],
  ['assign', 'Assign'],
  ['epic', 'Epic'],
  ['team', 'Team'],
  ['weight', 'Weight'],
  ...[...CHOICE_NAMES, ...FLAG_NAMES].map((name): [What, string] => [name, LOOKS[name].menu]),
]
const DIALOGS = [
  ['close', 'Close…'],
  ['due', 'Due…'],
  ['hand_over', 'DRI…'],
] as const

type Props = {
  selection: Pick<Selection, 'refs' | 'clear'>
  tab: StateTab
  /** What this page does with a selection beside the rest; such a page says itself how many are selected. */
  lead?: ReactNode
}

/** What can be done with all that is selected: each asks what its key asks. */
export function BulkBar({ selection, tab, lead }: Props) {
  const refs = () => [...selection.refs]
  const selected = `${counted(selection.refs.size)} selected`
  return (
    <section
      aria-label="Selection"
      data-selection=""
      data-below-messages
      className="scroll-calm flex flex-none items-center gap-1 overflow-x-auto border-t border-line bg-surface px-5 py-2 max-sm:px-3"
    >
      {lead ? (
        <p className="num flex-none pr-2 font-semibold">{selected}</p>
      ) : (
        <span className="num flex-none pr-2 font-semibold">{selected}</span>
      )}
      {lead}
      {MENUS.map(([what, verb]) => (
        <AskButton key={what} refs={refs} what={what} opens="menu" size="sm" kind="quiet">
          {verb}
        </AskButton>
      ))}
      {DIALOGS.map(([what, title]) => (
        <AskButton key={what} refs={refs} what={what} opens="dialog" size="sm" kind="quiet">
          {what === 'close' && tab === 'closed' ? 'Reopen' : title}
        </AskButton>
      ))}
      <span className="flex-1" />
      <Button size="sm" kind="quiet" className="sticky right-0 bg-surface" onClick={selection.clear}>
        Clear
      </Button>
    </section>
  )
}
