/** How an issue ended. Only `done` keeps a commitment; the others say where the work went. */
export const CLOSE_REASONS = ['done', 'duplicate', 'moved', 'wont_do'] as const
export type CloseReason = (typeof CLOSE_REASONS)[number]

/** As work items elsewhere: boards, lists, the triage report and capacity are about `issue` alone, unless asked. */
export const ISSUE_KINDS = ['issue', 'planning', 'refinement', 'rfh'] as const
export type IssueKind = (typeof ISSUE_KINDS)[number]

/** What follows “Closed #12:”. */
export function closeReasonTitle(reason: CloseReason): string {
  return { done: 'done', duplicate: 'duplicate', moved: 'moved', wont_do: 'won’t do' }[reason]
}
