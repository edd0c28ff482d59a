'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'

import { useActor, useGroup } from '#components/shell/use-group.ts'
import { IssueText } from '#components/texts/issue-text.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import { Skeleton } from '#components/ui/state.tsx'
import { Note } from '#components/ui/tag.tsx'
import { may } from '#lib/domain/permissions.ts'
import { issueLink } from '#lib/kit/links.ts'

import { BoardsLine } from './boards-line.tsx'
import { CapacityTable } from './capacity-table.tsx'
import { CreatePlanningIssue } from './create-planning-issue.tsx'
import { MilestoneLine } from './milestone-line.tsx'
import { PanelDeliverables } from './panel-deliverables.tsx'
import { PanelDiscussion } from './panel-discussion.tsx'
import { PanelPost } from './panel-post.tsx'
import { type PlannedPick, withPicks } from './picks.ts'
import { planningRead } from './planning-reads.ts'

type Props = {
  group: string
  /** Slug of the milestone. */
  milestone: string
  /** What is picked and not made yet: it is shown as what will be added. */
  picks?: readonly PlannedPick[]
}

const NO_PICKS: readonly PlannedPick[] = []

/** The planning issue beside the plan: its data as it is, what the picks would add, and what is said there. */
export function PlanningIssuePanel({ group, milestone, picks = NO_PICKS }: Props) {
  const { data, error } = useQuery(planningRead(group, milestone))
  const actor = useActor(group)
  const { zone } = useGroup(group)
  const ref = data?.ref ?? null
  return (
    <section
      aria-labelledby="planning-issue"
      className="flex min-h-0 min-w-0 flex-1 flex-col rounded-lg border border-line bg-surface print:break-before-page print:border-0"
    >
      <header className="flex min-h-10 flex-none items-center gap-2 border-b border-line px-3.5">
        <h2 id="planning-issue" className="text-sm font-semibold">
          Planning issue
        </h2>
        {ref !== null && (
          <Link
            href={issueLink(group, ref)}
            prefetch={false}
            className="tap num text-xs text-ink-3 hover:underline"
          >
            #{ref}
          </Link>
        )}
        <span className="ml-auto">
          {data?.frozen && <Note tone="calm">frozen {momentIn(zone, data.frozen.at)}</Note>}
          {!data?.frozen && picks.length > 0 && <Note tone="good">preview</Note>}
        </span>
      </header>
      {error && !data && (
        <p role="alert" className="px-3.5 py-3">
          Could not load the planning issue. Try again in a moment.
        </p>
      )}
      {!data && !error && <Skeleton className="m-3.5 h-40" />}
      {data && (
        <div className="scroll-calm flex min-h-0 flex-col gap-3 overflow-y-auto py-3 print:overflow-visible">
          <div className="flex flex-col gap-3 px-3.5">
            {ref === null && (
              <>
                <p className="text-pretty text-ink-2">
                  <bdi>{data.milestone.title}</bdi> has no planning issue yet.
                </p>
                {may(actor, 'planning.issue') && !data.milestone.closed && (
                  <CreatePlanningIssue group={group} milestone={data.milestone} />
                )}
              </>
            )}
            <div className="text-pretty text-ink-2">
              <MilestoneLine milestone={data.blocks.milestone} />
              <BoardsLine group={group} boards={data.blocks.boards} />
            </div>
            {data.blocks.goals.trim() !== '' && (
              <div className="flex flex-col gap-1">
                <h3 className="text-xs font-semibold">Goals</h3>
                <IssueText group={group} text={data.blocks.goals} />
              </div>
            )}
            <div className="flex flex-col gap-1">
              <h3 className="text-xs font-semibold">Team capacity</h3>
              <CapacityTable
                group={group}
                milestone={milestone}
                capacity={data.frozen ? data.blocks.capacity : withPicks(data.blocks.capacity, picks)}
              />
            </div>
          </div>
          <PanelDeliverables
            group={group}
            deliverables={data.blocks.deliverables}
            picks={data.frozen ? NO_PICKS : picks}
          />
          {ref !== null && <PanelPost group={group} milestone={milestone} planning={data} />}
          {ref !== null && <PanelDiscussion group={group} issue={ref} actor={actor} zone={zone} />}
        </div>
      )}
    </section>
  )
}
