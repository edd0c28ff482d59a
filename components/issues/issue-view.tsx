'use client'

import { useState } from 'react'

import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { undoLast } from '#components/issues/deeds.ts'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import { momentIn } from '#components/ui/days.ts'
import { lazily } from '#components/ui/lazily.tsx'
import { Markdown } from '#components/ui/markdown.tsx'
import { readIssue } from '#lib/contract/issues.ts'
import { issueLink } from '#lib/kit/links.ts'

import { Comments } from './comments.tsx'
import { DriHistory } from './dri-history.tsx'
import { useIssueActs } from './issue-acts.ts'
import { useIssueKeys } from './subject.ts'
import { IssueFacts } from './issue-facts.tsx'
import { IssueHistory } from './issue-history.tsx'
import { nameOf, useLookups } from './lookups.ts'
import { OpenOrClosed } from './open-or-closed.tsx'
import { useIssue } from './use-issue.ts'

const BlockedDialog = lazily(async () => (await import('./ask-dialogs.tsx')).BlockedDialog)
type Proceed = (blocked?: { need: string; from: string }) => void

/** The page of an issue: its text and what is said about it, its facts at the right, its history below. */
export function IssueView({ group, issue: ref }: { group: string; issue: number }) {
  const lookups = useLookups(group)
  const fetched = usePrefetched(readIssue, { group, ref })
  const issue = useIssue(group, ref, lookups) ?? fetched
  const actor = useActor(group)
  const acts = useIssueActs(group)
  const { zone } = useGroup(group)
  const [ask, setAsk] = useState<{ proceed: Proceed } | null>(null)
  useHotkeys('Issue', [{ keys: ['z'], what: 'Undo what I did last', act: () => void undoLast(group) }])
  useIssueKeys({ title: 'This issue', subject: { ref: () => ref } })
  return (
    <div className="mx-auto grid w-full max-w-6xl grid-cols-[minmax(0,1fr)_320px] gap-x-10 gap-y-6 px-7 py-6 max-lg:grid-cols-1 max-sm:px-4">
      <article className="flex min-w-0 flex-col gap-5">
        <header className="flex flex-col gap-1.5">
          <h1 className="text-xl leading-snug font-semibold tracking-[-0.014em] text-pretty wrap-anywhere">
            {issue.title} <span className="num font-normal text-ink-3">#{issue.ref}</span>
          </h1>
          <p className="num text-xs text-ink-3">
            {issue.author === null ? 'Created' : `${nameOf(issue.author, lookups)} created it`} on{' '}
            {momentIn(zone, issue.createdAt)}
          </p>
        </header>
        {issue.description.trim() ? (
          <Markdown text={issue.description} issueHref={(other) => issueLink(group, other)} />
        ) : (
          <p className="text-base text-ink-3">No description yet.</p>
        )}
        <Comments group={group} issue={issue} lookups={lookups} actor={actor} acts={acts} zone={zone} />
        <section>
          <h2 className="pb-3 text-base">History</h2>
          <IssueHistory group={group} issue={ref} />
        </section>
      </article>
      <aside
        aria-label="Facts"
        className="flex h-fit flex-col gap-4 max-lg:order-first max-lg:border-b max-lg:border-line max-lg:pb-5"
      >
        <OpenOrClosed issue={issue} actor={actor} acts={acts} />
        <IssueFacts
          issue={issue}
          lookups={lookups}
          actor={actor}
          acts={acts}
          askNeed={(proceed) => setAsk({ proceed })}
        />
        <DriHistory issue={issue} lookups={lookups} zone={zone} />
      </aside>
      {ask && (
        <BlockedDialog
          subject={`#${ref}`}
          onClose={() => setAsk(null)}
          onAnswer={(blocked) => {
            setAsk(null)
            ask.proceed(blocked ?? undefined)
          }}
        />
      )}
    </div>
  )
}
