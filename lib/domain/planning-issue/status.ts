import { type CloseReason, closeReasonTitle } from '../issues.ts'
import { isState, stateTitle } from '../workflow.ts'

type IssueStatus = { state: 'open' | 'closed'; closeReason: CloseReason | null; workflow: string }
type EpicStatus = { closed: boolean; done: number; open: number }

/** Where an issue stands, in a word or two: “in dev”, “done”, “open”. `workflow` is `none` for one without a state. */
export function issueStatus({ state, closeReason, workflow }: IssueStatus): string {
  if (state === 'closed') return closeReasonTitle(closeReason ?? 'done')
  return isState(workflow) ? stateTitle(workflow) : 'open'
}

/** What was closed otherwise than done is neither done nor open. */
export function epicStatus({ closed, done, open }: EpicStatus): string {
  if (closed) return 'closed'
  return done + open === 0 ? 'no issues yet' : `${done} of ${done + open} done`
}
