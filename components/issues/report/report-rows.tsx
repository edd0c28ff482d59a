'use client'

import { keepPreviousData, useQueries } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'

import { DriftButton } from '#components/dris/drift-button.tsx'
import { useHandOverActs } from '#components/hand-overs/hand-over-acts.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Row, Rows } from '#components/ui/section.tsx'
import { Button } from '#components/ui/button.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import { rowsOfIssues } from '#lib/contract/issue-lists.ts'
import type { IssueReport, ListRow } from '#lib/contract/issue-lists.ts'
import { findingTitle } from '#lib/domain/findings.ts'
import { may } from '#lib/domain/permissions.ts'
import { subjectSlug } from '#lib/domain/subjects.ts'
import { reading } from '#lib/http/query.ts'
import { statusLink } from '#lib/kit/links.ts'

import { faceIcon } from '#components/issues/command/entry-icons.tsx'
import { useFactActs } from '#components/issues/command/fact-acts.ts'
import type { FactActs } from '#components/issues/command/fact-acts.ts'
import { useOptimistic } from '#components/changes/optimistic.ts'
import { useIssueActs } from '#components/issues/command/issue-acts.ts'
import type { IssueActs } from '#components/issues/command/issue-acts.ts'
import { useLookups } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { pressesFor, whyNotFix } from './report-fixes.ts'

const SplitDialog = lazyPopup(
  async () => (await import('#components/issues/command/split-dialog.tsx')).SplitDialog,
)
const TextToFix = lazyPopup(async () => (await import('./text-to-fix.tsx')).TextToFix)

type Finding = IssueReport['findings'][number]
type Props = { group: string; finding: Finding; today: string; weekly: boolean; shown: Finding['issues'] }

/** The first issues of a finding, each with what is wrong and what fixes it. */
export function ReportRows({ group, finding, today, weekly, shown }: Props) {
  const rows = useRows(
    group,
    shown.map(({ ref }) => ref),
  )
  const lookups = useLookups(group)
  const [acts, facts] = [useIssueActs(group), useFactActs(group)]
  const optimistic = useOptimistic(group)
  return (
    <Rows label={findingTitle(finding.name)}>
      {shown.map(({ ref, title, because }) => {
        const [row, applyOptimistic] = [rows.get(ref), optimistic.get(ref)]
        return (
          <Row key={ref} group={group} issue={{ ref, title }}>
            {because}
            {row ? (
              <Presses
                group={group}
                code={finding.code}
                card={applyOptimistic ? { ...row, ...applyOptimistic } : row}
                lookups={lookups}
                acts={acts}
                facts={facts}
                today={today}
                weekly={weekly}
              />
            ) : (
              <span className="block h-8" />
            )}
          </Row>
        )
      })}
    </Rows>
  )
}

type PressProps = {
  group: string
  code: Finding['code']
  card: ListRow
  lookups: Lookups
  acts: IssueActs
  facts: FactActs
  today: string
  /** Whether the group posts weekly updates. */
  weekly: boolean
}

function Presses({ group, code, card, lookups, acts, facts, today, weekly }: PressProps) {
  const actor = useActor(group)
  const { handOver } = useHandOverActs(group)
  const [writing, setWriting] = useState(false)
  const [splitting, setSplitting] = useState(false)
  const reason = whyNotFix(actor)
  if (reason) return null
  if (code === 'no_update' && weekly) return <WeeklyUpdate group={group} card={card} me={actor.handle} />
  const asked = fieldAskedFor(code, { card, facts })
  const write = async (text: string) => {
    const kept = (await asked?.keep(text)) ?? false
    if (kept) setWriting(false)
    return kept
  }
  return (
    <span className="relative z-[1] flex flex-wrap gap-1 pt-1.5 pb-0.5">
      {pressesFor(code, { card, lookups, actor, acts, today }).map(({ label, act }) => (
        <Button key={label} size="sm" aria-label={`${label}: #${card.ref}`} onClick={act}>
          {label}
        </Button>
      ))}
      {(code === 'dri_missing' || code === 'deliverable_unassigned') && may(actor, 'assign.others') && (
        <MenuButton
          size="sm"
          menuLabel={`DRI of #${card.ref}`}
          search="Find a person"
          entries={() =>
            lookups.people.map((person) => ({
              kind: 'act',
              label: person.name,
              icon: faceIcon(person),
              act: () => void handOver(card.ref, { from: null, to: person, context: '', atOnce: false }),
            }))
          }
        >
          Name a DRI…
        </MenuButton>
      )}
      {code === 'too_heavy' && (
        <Button
          size="sm"
          aria-label={`Split… #${card.ref}`}
          onPointerEnter={SplitDialog.ahead}
          onClick={() => setSplitting(true)}
        >
          Split…
        </Button>
      )}
      {splitting && (
        <SplitDialog
          issue={card}
          onSplit={(pieces, close) => facts.split(card, pieces, close)}
          onClose={() => setSplitting(false)}
        />
      )}
      {asked && !writing && (
        <Button size="sm" onPointerEnter={TextToFix.ahead} onClick={() => setWriting(true)}>
          {asked.press}
        </Button>
      )}
      {asked && writing && <TextToFix label={asked.label} onKeep={write} onClose={() => setWriting(false)} />}
    </span>
  )
}

/** The DRI posts the update of the week on its own page; the others ask for it. */
function WeeklyUpdate({ group, card: { ref, dri }, me }: { group: string; card: ListRow; me: string }) {
  return (
    <span className="relative z-[1] flex flex-wrap gap-1 pt-1.5 pb-0.5">
      {dri === me && (
        <Link
          href={`${statusLink(group)}#${subjectSlug({ kind: 'issue', ref })}`}
          prefetch={false}
          className="tap inline-flex min-h-6 items-center font-medium text-accent underline underline-offset-2"
        >
          Write an update
        </Link>
      )}
      {dri !== null && dri !== me && <DriftButton issue={ref} kind="no_update" />}
    </span>
  )
}

type Asked = { press: string; label: string; keep: (text: string) => Promise<unknown> }

/** What is fixed by a short text, written where it is listed. */
function fieldAskedFor(
  code: Finding['code'],
  { card, facts }: Pick<PressProps, 'card' | 'facts'>,
): Asked | null {
  switch (code) {
    case 'no_update':
      return {
        press: 'Write an update…',
        label: `Update of #${card.ref}`,
        keep: (text) => facts.comment(card, text),
      }
    case 'spike_scope_missing':
      return {
        press: 'Add scope…',
        label: `Scope of #${card.ref}`,
        keep: (text) => facts.setSpikeScope(card, text, null),
      }
    case 'description_missing':
      return {
        press: 'Add description…',
        label: `Description of #${card.ref}`,
        keep: (text) => facts.describe(card, text),
      }
    default:
      return null
  }
}

/** So many at a time as the server takes. */
const AT_ONCE = 100

function useRows(group: string, refs: readonly number[]): ReadonlyMap<number, ListRow> {
  const pieces: number[][] = []
  for (let at = 0; at < refs.length; at += AT_ONCE) pieces.push(refs.slice(at, at + AT_ONCE))
  const answers = useQueries({
    queries: pieces.map((piece) => ({
      ...reading(rowsOfIssues, { group, refs: piece.join('.') }),
      placeholderData: keepPreviousData,
    })),
  })
  return new Map(answers.flatMap(({ data }) => (data?.items ?? []).map((row) => [row.ref, row] as const)))
}
