import type { BulkChange } from '#lib/contract/issue-lists.ts'
import type { EnteredSwimlane } from '#lib/contract/swimlanes.ts'
import type { Ctx } from '../../context.ts'
import { epicByNumber, issueFacts, memberByHandle, milestoneBySlug, teamBySlug } from '../../queries/facts.ts'
import { namedLabels } from './labels.ts'

/**
 * Asks once for what a change of many issues names: that it is not there is no single issue's fault.
 * @throws not_found
 */
export async function insistOnNamed(ctx: Ctx, change: BulkChange): Promise<void> {
  switch (change.what) {
    case 'milestone':
      if (change.milestone !== null) await milestoneBySlug(ctx, change.milestone)
      return
    case 'labels':
      await namedLabels(ctx, change)
      return
    case 'assign':
    case 'dri':
      await memberByHandle(ctx, change.person)
      return
    case 'epic':
      if (change.epic !== null) await epicByNumber(ctx, change.epic)
      return
    case 'team':
      if (change.team !== null) await teamBySlug(ctx, change.team)
      return
    case 'close':
      if (change.duplicateOf !== undefined) await issueFacts(ctx, change.duplicateOf)
      return
    default:
      return
  }
}

/** As `insistOnNamed`, of the lane across the columns that cards come into. */
export async function insistOnSwimlane(ctx: Ctx, lane: EnteredSwimlane | undefined): Promise<void> {
  if (lane?.by === 'epic' && lane.epic !== null) await epicByNumber(ctx, lane.epic)
  if (lane?.by === 'team' && lane.team !== null) await teamBySlug(ctx, lane.team)
  if (lane?.by === 'person' && lane.person !== null) await memberByHandle(ctx, lane.person)
}
