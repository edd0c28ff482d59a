import type { IssueKind } from '../issues.ts'
import { isActive, type State } from '../workflow.ts'

type Work = {
  kind: IssueKind
  open: boolean
  state: State | null
  /** Whether it is in the milestone that runs. */
  current: boolean
}

/**
 * Handbook › DRIs: "Every issue, feature, bug fix, or initiative the team is actively working on". An issue of the milestone
 * that runs, its Deliverables among them, which an engineer has in hand.
 */
export const isActiveIssue = ({ kind, open, state, current }: Work): boolean =>
  kind === 'issue' && open && current && isActive(state)

type Driven = { driven: boolean }

/** An update is given by the DRI; without a DRI there is none to give it. */
export const isActiveSubject = (work: Work & Driven): boolean => work.driven && isActiveIssue(work)

/** An epic is worked on while issues of it are; its tech lead drives it. */
export const isActiveEpic = ({
  open,
  driven,
  issues,
}: Driven & { open: boolean; issues: readonly Work[] }): boolean =>
  open && driven && issues.some(isActiveIssue)
