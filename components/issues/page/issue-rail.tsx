'use client'

import { useState } from 'react'

import { WaitingHandOver } from '#components/hand-overs/waiting-hand-over.tsx'
import { WatchButton } from '#components/inbox/watch-button.tsx'
import { IssueLinks, WaitsFor } from '#components/links/issue-links.tsx'
import { useGroup } from '#components/shell/use-group.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { WeighingSection } from '#components/weighings/weighing-section.tsx'

import { DriHistory } from './dri-history.tsx'
import { openFact } from '#components/ui/fact.tsx'
import type { FactsProps } from './facts-props.ts'
import { Findings } from '#components/issues/report/findings.tsx'
import { IssueFacts } from './issue-facts.tsx'
import { OpenOrClosed } from './open-or-closed.tsx'

const BlockedDialog = lazyPopup(
  async () => (await import('#components/issues/command/ask-dialogs.tsx')).BlockedDialog,
)

type Props = Omit<FactsProps, 'askNeed'> & { group: string }
type Proceed = Parameters<FactsProps['askNeed']>[0]

/** All that is known of an issue beside its text, each of it changed where it stands. */
export function IssueRail({ group, ...given }: Props) {
  const { issue, lookups, actor, acts } = given
  const { zone } = useGroup(group)
  const [ask, setAsk] = useState<{ proceed: Proceed } | null>(null)
  const props = { ...given, askNeed: (proceed: Proceed) => setAsk({ proceed }) }
  return (
    <aside aria-label="Facts" className="flex h-fit min-w-0 flex-col gap-4 max-lg:order-first">
      <OpenOrClosed group={group} issue={issue} actor={actor} acts={acts} />
      <WaitsFor group={group} issue={issue.ref} />
      <WaitingHandOver group={group} issue={issue} lookups={lookups} actor={actor} />
      <Findings {...props} open={openFact} />
      <IssueFacts group={group} {...props} />
      <WeighingSection group={group} issue={issue} lookups={lookups} actor={actor} />
      <IssueLinks group={group} issue={issue.ref} actor={actor} />
      <WatchButton group={group} issue={issue.ref} />
      <DriHistory group={group} issue={issue} lookups={lookups} zone={zone} />
      {ask && (
        <BlockedDialog
          subject={`#${issue.ref}`}
          onClose={() => setAsk(null)}
          onAnswer={(blocked) => {
            setAsk(null)
            ask.proceed(blocked ?? undefined)
          }}
        />
      )}
    </aside>
  )
}
