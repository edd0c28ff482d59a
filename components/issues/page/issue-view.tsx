'use client'

import { OpenHands } from '#components/hands/open-hands.tsx'
import { Acknowledgements } from '#components/comments/acknowledgements.tsx'
import { Thread } from '#components/comments/thread.tsx'
import { toast } from '#components/shell/toasts.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import { momentIn } from '#components/ui/days/days.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
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

const RefinementList = lazily(
  async () => (await import('#components/refinements/refinement-list.tsx')).RefinementList,
)
const PlanningBar = lazily(
  async () => (await import('#components/planning-issue/planning-bar.tsx')).PlanningBar,
)
const DriBlock = lazily(async () => (await import('#components/dris/dri-block.tsx')).DriBlock)
const PlanningText = lazily(
  async () => (await import('#components/planning-issue/planning-text.tsx')).PlanningText,
)
const PlanningUpdates = lazily(
  async () => (await import('#components/planning-issue/updates/planning-updates.tsx')).PlanningUpdates,
)

/** The page of an issue: its text and what is said about it, with what happened to it, and its facts at the right. */
export function IssueView({ group, issue: ref }: { group: string; issue: number }) {
  const lookups = useLookups(group)
  const fetched = usePrefetched(readIssue, { group, ref })
  const issue = useIssue(group, ref, lookups) ?? fetched
  const actor = useActor(group)
  const acts = useIssueActs(group)
  const { zone } = useGroup(group)
  const edits = useIssueEdits(group, issue)
  const isPlanning = issue.planningOf !== null
  const why = whyNotAllowed(actor, 'issue.edit')?.because
  const tick = (at: number, done: boolean) => void edits.tick(at, done)
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
    <RailFrame {...(isPlanning ? { className: 'print:grid-cols-1' } : {})}>
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
          {issue.kind === 'refinement' && <RefinementList group={group} issue={ref} actor={actor} />}
          {issue.planningOf && (
            <PlanningBar
              group={group}
              milestone={issue.planningOf}
              description={issue.description}
              isOpen={issue.state === 'open'}
              nameOf={(handle) => nameOf(handle, lookups)}
            />
          )}
          <EditableDescription
            group={group}
            description={issue.description}
            edit={edits.description}
            mayEdit={!why}
            issue={issue}
            onTick={tick}
            shown={
              issue.planningOf && (
                <PlanningText
                  group={group}
                  milestone={issue.planningOf}
                  description={issue.description}
                  {...(why ? {} : { onToggle: tick })}
                />
              )
            }
          />
          {issue.planningOf && <OpenHands group={group} />}
          {issue.planningOf && <DriBlock group={group} milestone={issue.planningOf} />}
          {issue.planningOf && <PlanningUpdates group={group} milestone={issue.planningOf} />}
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
