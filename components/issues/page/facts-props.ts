import type { Issue } from '#lib/contract/issues.ts'
import type { Actor } from '#lib/domain/permissions.ts'

import type { IssueActs } from '#components/issues/command/issue-acts.ts'
import type { Lookups } from '#components/lookups/lookups.ts'

/** What each fact of an issue needs to be shown and changed. */
export type FactsProps = {
  issue: Issue
  lookups: Lookups
  actor: Actor & { handle: string }
  acts: IssueActs
}
