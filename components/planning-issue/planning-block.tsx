'use client'

import { IssueText } from '#components/texts/issue-text.tsx'
import type { PlanningIssue } from '#lib/contract/planning-issue.ts'
import type { BlockName } from '#lib/domain/planning-issue/blocks.ts'

import { BoardsLine } from './boards-line.tsx'
import { CapacityTable } from './capacity-table.tsx'
import { DeliverablesTable } from './deliverables-table.tsx'
import { MilestoneLine } from './milestone-line.tsx'
import { PrioritiesTable } from './priorities-table.tsx'

type Props = { group: string; name: BlockName; planning: PlanningIssue }

/** What a line such as `{{capacity}}` stands for: live, or as it was when the planning issue was frozen. */
export function PlanningBlock({ group, name, planning: { blocks, milestone } }: Props) {
  switch (name) {
    case 'milestone':
      return <MilestoneLine milestone={blocks.milestone} />
    case 'boards':
      return <BoardsLine group={group} boards={blocks.boards} />
    case 'goals':
      return blocks.goals.trim() === '' ? (
        <Nothing>No goals yet.</Nothing>
      ) : (
        <IssueText group={group} text={blocks.goals} />
      )
    case 'priorities':
      return blocks.priorities.rows.length + blocks.priorities.notShown === 0 ? (
        <Nothing>No priorities yet.</Nothing>
      ) : (
        <PrioritiesTable group={group} priorities={blocks.priorities} />
      )
    case 'capacity':
      return blocks.capacity.teams.length === 0 ? (
        <Nothing>No team has people in these days.</Nothing>
      ) : (
        <CapacityTable group={group} milestone={milestone.slug} capacity={blocks.capacity} />
      )
    case 'deliverables':
      return blocks.deliverables.rows.length + blocks.deliverables.notShown === 0 ? (
        <Nothing>No Deliverables yet.</Nothing>
      ) : (
        <DeliverablesTable group={group} deliverables={blocks.deliverables} />
      )
  }
}

const Nothing = ({ children }: { children: string }) => <p className="text-ink-3">{children}</p>
