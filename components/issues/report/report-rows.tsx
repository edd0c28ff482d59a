'use client'

import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useState } from 'react'

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
import { reading } from '#lib/http/query.ts'

import { faceIcon } from '#components/issues/command/entry-icons.tsx'
import { useFactActs } from '#components/issues/command/fact-acts.ts'
import type { FactActs } from '#components/issues/command/fact-acts.ts'
import { useOptimistic } from '#components/changes/optimistic.ts'
import { useIssueActs } from '#components/issues/command/issue-acts.ts'
import type { IssueActs } from '#components/issues/command/issue-acts.ts'
import { useLookups } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { pressesFor, whyNotMend } from './report-fixes.ts'

const SplitDialog = lazyPopup(
  async () => (await import('#components/issues/command/split-dialog.tsx')).SplitDialog,
)
const WordsToMend = lazyPopup(async () => (await import('./text-to-fix.tsx')).WordsToMend)

type Finding = IssueReport['findings'][number]
type Props = { group: string; finding: Finding; today: string; shown: Finding['issues'] }

/** The first issues of a finding, each with what is wrong and what mends it. */
export function ReportRows({ group, finding, today, shown }: Props) {
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
}

function Presses({ group, code, card, lookups, acts, facts, today }: PressProps) {
  const actor = useActor(group)
  const { handOver } = useHandOverActs(group)
  const [writing, setWriting] = useState(false)
  const [splitting, setSplitting] = useState(false)
  const reason = whyNotMend(actor)
  if (reason) return null
  const asked = wordsAsked(code, { card, acts, facts })
  const write = async (words: string) => {
    const kept = (await asked?.keep(words)) ?? false
    if (kept) setWriting(false)
    return kept
  }
  return (
    <span className="relative z-[1] flex flex-wrap gap-1 pt-1.5 pb-0.5">
      {pressesFor(code, { card, lookups, actor, acts, facts, today }).map(({ label, act }) => (
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
        <Button size="sm" onPointerEnter={WordsToMend.ahead} onClick={() => setWriting(true)}>
          {asked.press}
        </Button>
      )}
      {asked && writing && (
        <WordsToMend label={asked.label} onKeep={write} onClose={() => setWriting(false)} />
      )}
    </span>
  )
}

type Asked = { press: string; label: string; keep: (words: string) => Promise<unknown> }

/** What is mended by a few words, written where it is listed. */
function wordsAsked(
  code: Finding['code'],
  { card, acts, facts }: Pick<PressProps, 'card' | 'acts' | 'facts'>,
): Asked | null {
  switch (code) {
    case 'no_update':
      return {
        press: 'Write an update…',
        label: `Update of #${card.ref}`,
        keep: (words) => acts.comment(card, words),
      }
    case 'spike_scope_missing':
      return {
        press: 'Add scope…',
        label: `Scope of #${card.ref}`,
        keep: (words) => facts.setSpikeScope(card, words, null),
      }
    case 'description_missing':
      return {
        press: 'Add description…',
        label: `Description of #${card.ref}`,
        keep: (words) => facts.describe(card, words),
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
