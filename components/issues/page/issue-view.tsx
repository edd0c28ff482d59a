'use client'

import { Acknowledgements } from '#components/comments/acknowledgements.tsx'
import { Thread } from '#components/comments/thread.tsx'
import { toast } from '#components/shell/toasts.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import { momentIn } from '#components/ui/days/days.ts'
import { RailFrame } from '#components/ui/page-frame.tsx'
import { readIssue } from '#lib/contract/issues.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'
import { isolated } from '#lib/kit/visible.ts'

import { useIssueActs } from '#components/issues/command/issue-acts.ts'
import { useIssueKeys } from '#components/commands/command-target.ts'
import { useTrailKeys } from '#components/issues/list/trail.ts'
import { EditableDescription } from '#components/texts/editable-description.tsx'
import { IssueRail } from './issue-rail.tsx'
import { EditableTitle } from '#components/texts/editable-title.tsx'
import { nameOf, useLookups } from '#components/lookups/lookups.ts'
import { useIssue } from './use-issue.ts'
import { useIssueEdits } from './use-issue-edits.ts'

/** The page of an issue: its text and what is said about it, with what happened to it, and its facts at the right. */
export function IssueView({ group, issue: ref }: { group: string; issue: number }) {
  const lookups = useLookups(group)
  const fetched = usePrefetched(readIssue, { group, ref })
  const issue = useIssue(group, ref, lookups) ?? fetched
  const actor = useActor(group)
  const acts = useIssueActs(group)
  const { zone } = useGroup(group)
  const edits = useIssueEdits(group, issue)
  const why = whyNotAllowed(actor, 'issue.edit')?.because
  useHotkeys('Issue', [
    {
      keys: ['Enter'],
      what: 'Edit the description',
      act: () => (why ? toast({ text: why, tone: 'refused' }) : edits.description.begin()),
    },
    ...useTrailKeys(group, ref),
  ])
  useIssueKeys({ title: 'This issue', subject: { ref: () => ref } })
  return (
    <RailFrame>
      <article className="flex min-w-0 flex-col gap-5 max-lg:contents">
        <div className="flex min-w-0 flex-col gap-5 max-lg:order-first">
          <header className="flex flex-col gap-1.5">
            <EditableTitle
              title={issue.title}
              mark={`#${ref}`}
              needed="An issue has a title."
              edit={edits.title}
              mayEdit={!why}
            />
            <p className="num text-xs text-ink-3">
              {issue.author === null ? 'Created' : `${isolated(nameOf(issue.author, lookups))} created it`} on{' '}
              {momentIn(zone, issue.createdAt)}
            </p>
          </header>
          <EditableDescription
            group={group}
            description={issue.description}
            edit={edits.description}
            mayEdit={!why}
            issue={issue}
            onTick={(at, done) => void edits.tick(at, done)}
          />
          <Acknowledgements
            mentions={issue.mentions.filter(({ comment }) => comment === null)}
            nameOf={(handle) => nameOf(handle, lookups)}
            me={actor.handle}
          />
        </div>
        <Thread group={group} issue={issue} lookups={lookups} actor={actor} />
      </article>
      <IssueRail group={group} issue={issue} lookups={lookups} actor={actor} acts={acts} />
    </RailFrame>
  )
}
