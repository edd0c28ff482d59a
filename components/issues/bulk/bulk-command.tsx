'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { toast } from '#components/shell/toasts.ts'
import { useActor } from '#components/shell/use-group.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Menu } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'

import type { BulkAsk } from './bulk-asks.tsx'
import {
  assignEntries,
  epicEntries,
  labelEntries,
  MANY,
  milestoneEntries,
  stateEntries,
  statusEntries,
  teamEntries,
  weightEntries,
} from './bulk-entries.ts'
import type { Parts, Run } from './bulk-entries.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { actOf, leave, Once, subjectOf } from '#components/issues/command/question-parts.tsx'
import { deliverablesHint } from '#components/issues/command/deliverable-hints.ts'
import { counted } from '#components/changes/pieces.ts'
import { seenCards } from '#components/changes/seen-cards.ts'
import { questions } from '#components/commands/command-target.ts'
import type { Question, What } from '#components/commands/command-target.ts'
import { takeMany } from './take-many.ts'
import { LONG, useBulk } from './use-bulk.ts'
import type { Progress } from './use-bulk.ts'

const BulkAsks = lazyPopup(async () => (await import('./bulk-asks.tsx')).BulkAsks)
const BulkDialog = lazyPopup(async () => (await import('./bulk-dialogs.tsx')).BulkDialog)
const BulkDriDialog = lazyPopup(async () => (await import('./bulk-dialogs.tsx')).BulkDriDialog)

type Props = { group: string; asked: Question; lookups: Lookups }

/** What a key or the palette asks about all that is selected: the answer changes them together. */
export function BulkCommand({ group, asked, lookups }: Props) {
  const { refs, what, anchor } = asked
  const client = useQueryClient()
  const actor = useActor(group)
  const { progress, run: change } = useBulk(group)
  const [more, askMore] = useState<BulkAsk | null>(null)
  const isChosen = useRef(false)
  const why = whyNotAllowed(actor, actOf(what))?.because
  if (why) return <Once run={() => toast({ text: why, tone: 'refused' })} />
  if (what === 'take') return <Once run={() => void takeMany(client, group, refs)} />
  if (progress) {
    return progress.over || progress.total > LONG ? (
      <BulkDialog group={group} progress={progress} run={change} onClose={leave} />
    ) : null
  }
  const then = (one: BulkAsk) => {
    isChosen.current = true
    askMore(one)
  }
  const surely: Run = async (wish, message) => {
    isChosen.current = true
    askMore(null)
    const end = await change(refs, wish, message)
    const isShown = questions.get().asked === asked
    if (end === null && isShown) leave()
    if (end !== null && !isShown) toast(wordsOf(end))
  }
  const run: Run = (...act) => (refs.length > MANY ? then({ kind: 'sure', act }) : surely(...act))
  if (more) {
    return (
      <BulkAsks
        group={group}
        asked={more}
        count={subjectOf(refs)}
        first={refs[0] ?? 0}
        people={lookups.people}
        actor={actor}
        run={run}
        surely={surely}
        onAnswered={() => askMore(null)}
        onClose={leave}
      />
    )
  }
  if (what === 'hand_over') {
    return (
      <BulkDriDialog
        count={counted(refs.length)}
        people={lookups.people}
        onClose={() => !isChosen.current && leave()}
        actor={actor}
        run={run}
      />
    )
  }
  const menu = MENUS[what]
  if (!menu)
    return <Once run={() => toast({ text: 'This works on one issue at a time.', tone: 'refused' })} />
  const { title, search, entries } = menu
  const parts: Parts = {
    lookups,
    actor,
    run,
    askNeed: (proceed) => then({ kind: 'need', proceed }),
    askOriginal: () => then({ kind: 'original' }),
    hints: () => deliverablesHint(seenCards(client, group, refs), refs.length, { lookups, actor }),
  }
  const label = `${title} of ${subjectOf(refs)}`
  return (
    <Menu
      anchor={anchor}
      label={label}
      entries={(typed) => [{ kind: 'heading', label }, ...entries(parts, typed)]}
      {...(search ? { search } : {})}
      onClose={() => !isChosen.current && leave()}
    />
  )
}

/** For whoever went on to something else before it was over. */
const wordsOf = ({ report: { refused }, trouble }: Progress) => ({
  text: trouble ?? `${counted(refused.length)} unchanged.`,
  tone: 'refused' as const,
  warnings: [...new Set(refused.map(({ because }) => because))].slice(0, 4),
})

type MenuFacts = { title: string; search?: string; entries: (parts: Parts, typed: string) => MenuEntry[] }

const MENUS: Partial<Record<What, MenuFacts>> = {
  status: { title: 'Status', entries: statusEntries },
  assign: { title: 'Assignees', search: 'Find a person', entries: assignEntries },
  labels: {
    title: 'Labels',
    search: 'Find a label',
    entries: (parts) => [
      { kind: 'heading', label: 'Add' },
      ...labelEntries(parts, 'add'),
      { kind: 'heading', label: 'Remove' },
      ...labelEntries(parts, 'remove'),
    ],
  },
  milestone: { title: 'Milestone', entries: milestoneEntries },
  weight: { title: 'Weight', search: 'Type a weight', entries: weightEntries },
  epic: { title: 'Epic', search: 'Find an epic', entries: epicEntries },
  team: { title: 'Team', entries: teamEntries },
  close: { title: 'State', entries: (parts) => stateEntries(parts, 'all') },
}
