'use client'

import Link from 'next/link'

import { EpicDriftButton } from '#components/epics/epic-drift.tsx'
import { useActor } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { useCoverActs } from '#components/time-off/cover/use-cover-acts.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { useFocusKept } from '#components/ui/hooks/use-focus-kept.ts'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { Empty } from '#components/ui/state.tsx'
import { readDrift } from '#lib/contract/drift.ts'
import type { DriftLine } from '#lib/contract/drift.ts'
import { DRIFT_ORDER, DRIFT_TOLD } from '#lib/domain/drift-told.ts'
import { drivenSign } from '#lib/domain/dri-table.ts'
import { may } from '#lib/domain/permissions.ts'
import { statusLink } from '#lib/kit/links.ts'

import { drivenLink } from './dri-text.ts'
import { DriTabs } from './dri-tabs.tsx'
import { DriftButton } from './drift-button.tsx'
import { useDrivenKeys } from './use-driven-keys.ts'

/** Law: drift is shown, never silently fixed. Each part says the sentence that is not kept, each line offers what ends it. */
export function DriftPage({ group }: { group: string }) {
  const { items } = usePrefetched(readDrift, { group })
  useDrivenKeys({ title: 'Drift' })
  const byKind = Map.groupBy(items, ({ drift }) => drift.kind)
  return (
    <PageFrame className="flex flex-col gap-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-lg">Drift</h1>
        <span className="num text-ink-3">{items.length}</span>
        <DriTabs group={group} here="drift" />
      </header>
      {items.length === 0 && (
        <Empty title="Nothing drifts">
          <p>All work of the current milestone and the next has a DRI who is here and says how it goes.</p>
        </Empty>
      )}
      {DRIFT_ORDER.map((kind) => {
        const lines = byKind.get(kind) ?? []
        if (lines.length === 0) return null
        const { heading, sentence } = DRIFT_TOLD[kind]
        return (
          <section key={kind} aria-labelledby={`drift-${kind}`} className="flex flex-col gap-1.5">
            <h2 className="flex flex-wrap items-baseline gap-x-2 text-sm font-semibold">
              <span id={`drift-${kind}`}>{heading}</span>
              <span className="num text-xs font-normal text-ink-3">{lines.length}</span>
              <q className="text-xs font-normal text-pretty text-ink-3">{sentence}</q>
            </h2>
            <Lines group={group} label={heading} lines={lines} />
          </section>
        )
      })}
    </PageFrame>
  )
}

type LinesProps = { group: string; label: string; lines: readonly DriftLine[] }

function Lines({ group, label, lines }: LinesProps) {
  const focus = useFocusKept<HTMLUListElement>()
  return (
    <ul {...focus} aria-label={label} className="overflow-hidden rounded-lg border border-line bg-surface">
      {lines.map((line) => (
        <Row key={line.subject} group={group} line={line} />
      ))}
    </ul>
  )
}

function Row({ group, line }: { group: string; line: DriftLine }) {
  return (
    <li
      {...(line.kind === 'issue' ? { 'data-issue': line.ref } : {})}
      className="relative flex items-center gap-x-3 gap-y-1.5 border-b border-line px-3.5 py-2 last:border-b-0 hover:bg-hover max-sm:flex-wrap max-sm:items-baseline pointer-coarse:min-h-11"
    >
      <span className="num w-10 flex-none text-xs text-ink-3">{drivenSign(line)}</span>
      <span className="min-w-0 flex-1 max-sm:basis-3/5">
        <Link
          href={drivenLink(group, line)}
          prefetch={false}
          className="font-medium text-pretty wrap-anywhere after:absolute after:inset-0 focus-visible:outline-offset-[-2px]"
        >
          <bdi>{line.title}</bdi>
        </Link>
        <span className="block text-xs text-pretty text-ink-2">{line.drift.because}</span>
      </span>
      {line.dri && (
        <span className="flex w-40 flex-none items-center gap-2 text-xs max-sm:w-full max-sm:pl-[52px]">
          <Avatar face={line.dri} as="dri" size="sm" silent />
          <span className="sr-only">{line.kind === 'epic' ? 'Tech lead' : 'DRI'}: </span>
          <bdi className="truncate">{line.dri.name}</bdi>
        </span>
      )}
      <Acts group={group} line={line} />
    </li>
  )
}

/** What this reader can do about it: assign, hand over, ask for cover or for an update, or write one. */
function Acts({ group, line: { subject, kind, ref, dri, drift } }: { group: string; line: DriftLine }) {
  const actor = useActor(group)
  const { askIssue } = useCoverActs(group)
  const isMine = dri?.handle === actor.handle
  const mayGive = may(actor, 'assign.others') || isMine
  const isIssue = kind === 'issue'
  const isSilent = drift.kind === 'no_update'
  const mayEnd = isSilent ? isIssue && !isMine && may(actor, 'comment') : mayGive
  return (
    <span className="no-print relative z-[1] flex flex-none flex-wrap justify-end gap-1.5 max-sm:pl-[52px] sm:min-w-56">
      {isIssue && drift.kind === 'away' && mayGive && (
        <Button size="sm" aria-label={`Ask for cover of #${ref}`} onClick={() => void askIssue(ref)}>
          Ask for cover
        </Button>
      )}
      {isSilent && isMine && (
        <Link
          href={`${statusLink(group)}#${subject}`}
          prefetch={false}
          className="tap inline-flex min-h-6 items-center font-medium text-accent underline underline-offset-2"
        >
          Write update
        </Link>
      )}
      {mayEnd && isIssue && <DriftButton issue={ref} kind={drift.kind} />}
      {mayEnd && !isIssue && may(actor, 'epic.hand_over') && (
        <EpicDriftButton group={group} epic={ref} kind={drift.kind} />
      )}
    </span>
  )
}
