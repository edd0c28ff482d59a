import type { CloseReason } from '../issues.ts'
import type { MilestoneOutcome } from './reasons.ts'
import type { Step } from './steps.ts'

/** A milestone between the start of its first day and the end of its last (excluded), or its closing if that was earlier. */
export type Condition = { milestone: string; from: Date; to: Date }

/** An issue that was assigned in a milestone, as it was at its end. */
export type Assigned = {
  issue: number
  /** Assigned when the milestone started; otherwise it came later. */
  atStart: boolean
  /** When it came on the Build Board, for the stay by which it counts. */
  enteredAt: Date
  /** The weight with which it came. */
  firstWeight: number | null
  weight: number | null
  /** Its pieces hold the work: it weighs nothing. */
  split: boolean
  closed: CloseReason | null
  onBoard: boolean
  outcome: MilestoneOutcome
  /** The reason of the accepted push-back by which it is reprioritised; null for everything else. */
  pushBack: string | null
}

/**
 * Law 10: "Assigned(M) = issues that were on M's Build Board at the start of M or entered it before the end of M, and were
 * not taken off before M started." Taking a label off keeps no promise: what left without a push-back stays assigned.
 *
 * @param steps of any issues with the boards they were on, in the order in which they were so
 */
export function assignedIn(steps: readonly Step[], condition: Condition): Assigned[] {
  const earlier = steps.filter(({ at }) => at < condition.to)
  return [...Map.groupBy(earlier, ({ issue }) => issue)].flatMap(([issue, own]) => {
    const { enteredAt, kind, pushed, ...end } = atTheEnd(own, condition)
    // Boards, capacity and Say/Do are about kind `issue`.
    if (enteredAt === null || kind !== 'issue') return []
    const atStart = enteredAt < condition.from
    const outcome = outcomeOf(end, pushed !== null)
    const pushBack = outcome === 'reprioritised' ? pushed : null
    return [{ ...end, issue, enteredAt, atStart, outcome, pushBack }]
  })
}

/**
 * Law 10: "Completed(M) = assigned issues closed as done no later than the end of M's due day in the group's time zone, and
 * not reopened by then"; "an issue that enters and leaves within M with an accepted push-back counts as reprioritised", also
 * one that was there at the start: it is the push-back that makes the difference.
 */
function outcomeOf(
  { closed, onBoard }: Pick<Assigned, 'closed' | 'onBoard'>,
  pushed: boolean,
): MilestoneOutcome {
  if (closed === 'done') return 'completed'
  return pushed && !onBoard ? 'reprioritised' : 'slipped'
}

type End = Omit<Assigned, 'issue' | 'atStart' | 'enteredAt' | 'outcome' | 'pushBack'> & {
  kind: Step['kind']
  /** Why it left last, where that was by an accepted push-back. */
  pushed: string | null
  /** Null for what never was on the board from the start on. */
  enteredAt: Date | null
}

/** One issue at the end of the milestone. */
function atTheEnd(steps: readonly Step[], { milestone, from }: Condition): End {
  const now: End = {
    kind: 'issue',
    weight: null,
    split: false,
    closed: null,
    onBoard: false,
    enteredAt: null,
    firstWeight: null,
    pushed: null,
  }
  let stay: Pick<Assigned, 'enteredAt' | 'firstWeight'> | null = null
  for (const [at, step] of steps.entries()) {
    if (step.kind !== undefined) now.kind = step.kind
    if (step.weight !== undefined) now.weight = step.weight
    if (step.split) now.split = true
    if (step.closed) now.closed = step.closed
    if (step.reopened) now.closed = null
    if (step.board !== undefined) now.onBoard = step.board === milestone
    if (step.pushedBack?.milestone === milestone) now.pushed = step.pushedBack.reason
    if (now.onBoard) now.pushed = null
    stay = now.onBoard ? (stay ?? { enteredAt: step.at, firstWeight: now.weight }) : null
    // It stays as it is until the next step, or until the end: what left before the start was never assigned.
    const next = steps[at + 1]
    if (stay !== null && now.enteredAt === null && (!next || next.at >= from)) Object.assign(now, stay)
  }
  return now
}
