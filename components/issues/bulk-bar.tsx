'use client'

import { useState } from 'react'
import type { ReactNode } from 'react'

import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { MenuButton } from '#components/ui/menu.tsx'
import type { MenuEntry } from '#components/ui/menu-entry.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'

import {
  assignEntries,
  epicEntries,
  labelEntries,
  milestoneEntries,
  stateEntries,
  teamEntries,
  weightEntries,
} from './bulk-entries.ts'
import type { Run } from './bulk-entries.ts'
import type { StateTab } from './list-state.ts'
import type { Lookups } from './lookups.ts'
import { counted } from './several.ts'
import { LONG, useBulk } from './use-bulk.ts'
import type { Selection } from './use-selection.ts'

const BlockedDialog = lazily(async () => (await import('./ask-dialogs.tsx')).BlockedDialog)
const BulkDialog = lazily(async () => (await import('./bulk-dialogs.tsx')).BulkDialog)
const BulkDriDialog = lazily(async () => (await import('./bulk-dialogs.tsx')).BulkDriDialog)

type Proceed = (blocked?: { need: string; from: string }) => void

type Props = {
  group: string
  selection: Pick<Selection, 'refs' | 'clear'>
  lookups: Lookups
  tab: StateTab
  /** What this page does with a selection beside the rest; such a page says itself how many are selected. */
  lead?: ReactNode
}

/** What can be done with all that is selected. */
export function BulkBar({ group, selection, lookups, tab, lead }: Props) {
  const actor = useActor(group)
  const bulk = useBulk(group)
  const [naming, setNaming] = useState(false)
  const [ask, setAsk] = useState<{ proceed: Proceed } | null>(null)
  const reason = whyNotAllowed(actor, 'issue.edit')?.because ?? null
  const run: Run = (change, told) => void bulk.run([...selection.refs], change, told)
  const parts = { lookups, actor, run, askNeed: (proceed: Proceed) => setAsk({ proceed }) }
  const menus: [title: string, search: string | null, entries: (typed: string) => MenuEntry[]][] = [
    ['Milestone', 'Find a milestone', () => milestoneEntries(parts)],
    ['Add label', 'Find a label', () => labelEntries(parts, 'add')],
    ['Remove label', 'Find a label', () => labelEntries(parts, 'remove')],
    ['Assign', 'Find a person', () => assignEntries(parts)],
    ['Epic', 'Find an epic', () => epicEntries(parts)],
    ['Team', null, () => teamEntries(parts)],
    ['Weight', 'Type a weight', (typed) => weightEntries(parts, typed)],
    [tab === 'closed' ? 'Reopen' : 'Close', null, () => stateEntries(parts, tab)],
  ]
  const { progress } = bulk
  const selected = `${counted(selection.refs.size)} selected`
  return (
    <section
      aria-label="Selection"
      data-selection=""
      className="scroll-calm flex flex-none items-center gap-1 overflow-x-auto border-t border-line bg-surface px-5 py-2 max-sm:px-3"
    >
      {lead ? (
        <p className="num flex-none pr-2 font-[560]">{selected}</p>
      ) : (
        <output className="num flex-none pr-2 font-[560]">{selected}</output>
      )}
      {lead}
      {menus.map(([title, search, entries]) =>
        reason ? (
          <Button key={title} size="sm" kind="quiet" disabledReason={reason}>
            {title}
          </Button>
        ) : (
          <MenuButton
            key={title}
            size="sm"
            kind="quiet"
            menuLabel={`${title}: ${selected}`}
            entries={entries}
            {...(search ? { search } : {})}
          >
            {title}
          </MenuButton>
        ),
      )}
      <Button
        size="sm"
        kind="quiet"
        disabledReason={reason}
        onPointerEnter={BulkDriDialog.ahead}
        onClick={() => setNaming(true)}
      >
        DRI…
      </Button>
      <span className="flex-1" />
      <Button size="sm" kind="quiet" onClick={selection.clear}>
        Clear
      </Button>
      {ask && (
        <BlockedDialog
          subject={counted(selection.refs.size)}
          onClose={() => setAsk(null)}
          onAnswer={(blocked) => {
            setAsk(null)
            ask.proceed(blocked ?? undefined)
          }}
        />
      )}
      {naming && (
        <BulkDriDialog
          count={counted(selection.refs.size)}
          people={lookups.people}
          actor={actor}
          onClose={() => setNaming(false)}
          run={(change, told) => {
            setNaming(false)
            run(change, told)
          }}
        />
      )}
      {progress && (progress.over || progress.total > LONG) && (
        <BulkDialog group={group} progress={progress} onClose={bulk.dismiss} />
      )}
    </section>
  )
}
