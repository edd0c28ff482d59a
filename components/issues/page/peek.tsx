'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'

import { WaitingHandOver } from '#components/hand-overs/waiting-hand-over.tsx'
import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import type { Issue } from '#lib/contract/issues.ts'
import { issueLink } from '#lib/kit/links.ts'

import { openFact } from '#components/ui/fact.tsx'
import type { FactsProps } from './facts-props.ts'
import { Findings } from '#components/issues/report/findings.tsx'
import { IssueFacts } from './issue-facts.tsx'
import { IssueHistory } from './issue-history.tsx'
import { IssueText } from '#components/texts/issue-text.tsx'
import { OpenOrClosed } from './open-or-closed.tsx'
import { useIssueActs } from '#components/issues/command/issue-acts.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { useSeenIssue } from './use-issue.ts'

type Props = { group: string; issue: number; lookups: Lookups; onClose: () => void }

/** An issue beside the board, without leaving it. Not modal: the board stays usable. */
export function Peek({ group, issue: ref, lookups, onClose }: Props) {
  const { issue, error, isCutOff } = useSeenIssue(group, ref, lookups)
  return (
    <aside
      key={ref}
      aria-label={`Issue #${ref}`}
      className="scroll-calm flex w-[420px] flex-none flex-col overflow-y-auto border-l border-line bg-surface max-lg:fixed max-lg:inset-y-0 max-lg:right-0 max-lg:z-20 max-lg:w-[min(420px,100vw)] max-lg:shadow-float print:hidden"
    >
      <div className="sticky top-0 z-10 flex h-11 flex-none items-center gap-1 border-b border-line bg-surface pr-2 pl-4">
        <span className="num text-ink-3">#{ref}</span>
        <span className="flex-1" />
        <Link
          href={issueLink(group, ref)}
          prefetch={false}
          className="tap flex min-h-7 items-center gap-1 rounded-sm px-2 font-medium text-ink-2 hover:bg-hover hover:text-ink"
        >
          Open <Icon name="right" />
        </Link>
        <Button kind="quiet" size="icon" aria-label="Close panel" tip="Close (Esc)" onClick={onClose}>
          <Icon name="close" />
        </Button>
      </div>
      {error && <p className="p-4 text-pretty text-ink-2">{error.message}</p>}
      {issue && <Body group={group} issue={issue} lookups={lookups} />}
      {isCutOff && (
        <p className="p-4 text-pretty text-ink-2">
          The server cannot be reached. The issue shows here when the connection is back.
        </p>
      )}
      {!issue && !error && !isCutOff && <Waiting />}
    </aside>
  )
}

function Body({ group, issue, lookups }: { group: string; issue: Issue; lookups: Lookups }) {
  const actor = useActor(group)
  const acts = useIssueActs(group)
  const router = useRouter()
  const props: FactsProps = { issue, lookups, actor, acts }
  return (
    <div className="flex flex-col gap-4 p-4">
      <h2 dir="auto" className="text-base leading-snug font-semibold text-pretty wrap-anywhere">
        {issue.title}
      </h2>
      <OpenOrClosed group={group} issue={issue} lookups={lookups} actor={actor} acts={acts} />
      <WaitingHandOver group={group} issue={issue} lookups={lookups} actor={actor} />
      <Findings
        group={group}
        {...props}
        open={(fact) => {
          if (!openFact(fact)) router.push(issueLink(group, issue.ref))
        }}
      />
      <IssueFacts group={group} {...props} />
      <section className="border-t border-line pt-3">
        {issue.description.trim() ? (
          <IssueText group={group} text={issue.description} />
        ) : (
          <p className="text-ink-3">No description yet.</p>
        )}
      </section>
      <section className="border-t border-line pt-3">
        <h3 className="pb-2 text-xs font-medium text-ink-3">History</h3>
        <IssueHistory group={group} issue={issue.ref} />
      </section>
    </div>
  )
}

function Waiting() {
  return (
    <div className="flex flex-col gap-3 p-4" aria-busy="true">
      <Skeleton className="h-5 w-4/5" />
      <Skeleton className="h-6 w-24" />
      {[0, 1, 2, 3, 4, 5].map((line) => (
        <Skeleton key={line} className="h-5 w-full" />
      ))}
    </div>
  )
}
