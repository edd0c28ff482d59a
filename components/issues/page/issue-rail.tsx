'use client'

import { WaitingHandOver } from '#components/hand-overs/waiting-hand-over.tsx'
import { SubjectHands } from '#components/hands/subject-hands.tsx'
import { WatchButton } from '#components/inbox/watch-button.tsx'
import { IssueLinks, WaitsFor } from '#components/links/issue-links.tsx'
import { useGroup } from '#components/shell/use-group.ts'
import { cx } from '#components/ui/cx.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { WeighingSection } from '#components/weighings/weighing-section.tsx'

import { DriHistory } from './dri-history.tsx'
import { openFact } from '#components/ui/fact.tsx'
import type { FactsProps } from './facts-props.ts'
import { Findings } from '#components/issues/report/findings.tsx'
import { IssueFacts } from './issue-facts.tsx'
import { OpenOrClosed } from './open-or-closed.tsx'

const IssueDrift = lazily(async () => (await import('#components/dris/issue-drift.tsx')).IssueDrift)
const PushBacksOf = lazily(async () => (await import('#components/push-backs/push-backs-of.tsx')).PushBacksOf)
const SubjectCalls = lazily(async () => (await import('#components/calls/subject-calls.tsx')).SubjectCalls)
const ConfidenceHistory = lazily(
  async () => (await import('#components/confidence/confidence-history.tsx')).ConfidenceHistory,
)

type Props = FactsProps & { group: string }

/** All that is known of an issue beside its text, each of it changed where it stands. */
export function IssueRail({ group, ...props }: Props) {
  const { issue, lookups, actor, acts } = props
  const { zone } = useGroup(group)
  // what rules find, and weights, are asked of work alone; a planning issue is printed without its facts
  const isWork = issue.kind === 'issue'
  return (
    <aside
      aria-label="Facts"
      className={cx(
        'flex h-fit min-w-0 flex-col gap-4 max-lg:order-first',
        issue.kind === 'planning' && 'print:hidden',
      )}
    >
      <OpenOrClosed group={group} issue={issue} lookups={lookups} actor={actor} acts={acts} />
      <WaitsFor group={group} issue={issue.ref} />
      <WaitingHandOver group={group} issue={issue} lookups={lookups} actor={actor} />
      {isWork && <SubjectHands group={group} subject={`issue-${issue.ref}`} open={issue.state === 'open'} />}
      {isWork && issue.state === 'open' && <IssueDrift group={group} issue={issue.ref} />}
      {isWork && <Findings group={group} {...props} open={openFact} />}
      <IssueFacts group={group} {...props} />
      {isWork && <WeighingSection group={group} issue={issue} lookups={lookups} actor={actor} />}
      <IssueLinks group={group} issue={issue.ref} actor={actor} />
      {isWork && (
        <PushBacksOf
          group={group}
          work={`issue-${issue.ref}`}
          name={`#${issue.ref}`}
          open={issue.state === 'open'}
          className="min-h-6"
        />
      )}
      {isWork && <SubjectCalls group={group} subject={`issue-${issue.ref}`} className="min-h-6" />}
      <ConfidenceHistory group={group} confidence={issue.confidence} />
      <WatchButton group={group} issue={issue.ref} />
      <DriHistory group={group} issue={issue} lookups={lookups} zone={zone} />
    </aside>
  )
}
