'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'

import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import { ELSEWHERE } from '#components/issues/facts/elsewhere.ts'
import { CHOICE_NAMES, FLAG_NAMES } from '#lib/domain/facts/names.ts'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'

import {
  assignEntries,
  epicEntries,
  factEntries,
  labelEntries,
  MANY,
  milestoneEntries,
  stateEntries,
  teamEntries,
  typeEntries,
  weightEntries,
} from './bulk-entries.ts'
import type { BulkAsk, Proceed } from './bulk-asks.tsx'
import type { Run } from './bulk-entries.ts'
import type { StateTab } from '#components/issues/list/list-state.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { deliverablesHint } from '#components/issues/command/deliverable-hints.ts'
import { counted } from '#components/changes/pieces.ts'
import { seenCards } from '#components/changes/seen-cards.ts'
import { LONG, useBulk } from './use-bulk.ts'
import type { Selection } from './use-selection.ts'

const BulkAsks = lazyPopup(async () => (await import('./bulk-asks.tsx')).BulkAsks)
const BulkDialog = lazyPopup(async () => (await import('./bulk-dialogs.tsx')).BulkDialog)

type ManyMenu = [title: string, search: string | null, entries: (typed: string) => MenuEntry[]]
const MENUS_OF_FACTS = [...CHOICE_NAMES, ...FLAG_NAMES]

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
  const client = useQueryClient()
  const actor = useActor(group)
  const bulk = useBulk(group)
  const [asked, ask] = useState<BulkAsk | null>(null)
  const surely: Run = (change, message) => void bulk.run([...selection.refs], change, message)
  const run: Run = (...act) => {
    if (selection.refs.size > MANY) return ask({ kind: 'sure', act })
    ask(null)
    surely(...act)
  }
  const askNeed = (proceed: Proceed) => ask({ kind: 'need', proceed })
  const { refs } = selection
  const parts = {
    lookups,
    actor,
    run,
    askNeed,
    askOriginal: () => ask({ kind: 'original' }),
    hints: () => deliverablesHint(seenCards(client, group, refs), refs.size, { lookups, actor }),
  }
  const menus: ManyMenu[] = [
    ['Type', null, () => typeEntries(parts)],
    ['Milestone', 'Find a milestone', () => milestoneEntries(parts)],
    ['Add label', 'Find a label', () => labelEntries(parts, 'add')],
    ['Remove label', 'Find a label', () => labelEntries(parts, 'remove')],
    ['Assign', 'Find a person', () => assignEntries(parts)],
    ['Epic', 'Find an epic', () => epicEntries(parts)],
    ['Team', null, () => teamEntries(parts)],
    ['Weight', 'Type a weight', (typed) => weightEntries(parts, typed)],
    ...MENUS_OF_FACTS.map((name): ManyMenu => [ELSEWHERE[name].menu, null, () => factEntries(parts, name)]),
    [tab === 'closed' ? 'Reopen' : 'Close', null, () => stateEntries(parts, tab)],
  ]
  const { progress } = bulk
  const count = counted(selection.refs.size)
  const selected = `${count} selected`
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
      {menus.map(([title, search, entries]) => (
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
      ))}
      <Button size="sm" kind="quiet" onPointerEnter={BulkAsks.ahead} onClick={() => ask({ kind: 'due' })}>
        Due…
      </Button>
      <Button size="sm" kind="quiet" onPointerEnter={BulkAsks.ahead} onClick={() => ask({ kind: 'dri' })}>
        DRI…
      </Button>
      <span className="flex-1" />
      <Button size="sm" kind="quiet" className="sticky right-0 bg-surface" onClick={selection.clear}>
        Clear
      </Button>
      {asked && (
        <BulkAsks
          group={group}
          asked={asked}
          count={count}
          first={[...selection.refs][0] ?? 0}
          people={lookups.people}
          actor={actor}
          run={run}
          surely={surely}
          onAnswered={() => ask(null)}
          onClose={() => ask(null)}
        />
      )}
      {progress && (progress.over || progress.total > LONG) && (
        <BulkDialog group={group} progress={progress} run={bulk.run} onClose={bulk.dismiss} />
      )}
    </section>
  )
}
