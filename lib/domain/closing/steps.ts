import type { AnyEvent } from '../events.ts'
import type { CloseReason, IssueKind } from '../issues.ts'
import { type Bound, statusAmong } from '../undone-events.ts'

/** What an event changes of the facts by which a commitment is counted. Ids are the group's; `at` is when it was so. */
export type Step = {
  number: number
  issue: number
  at: Date
  kind?: IssueKind
  milestone?: string | null
  /** On the Build Board of which milestone it is from here on, by its spans. */
  board?: string | null
  on?: readonly string[]
  off?: readonly string[]
  weight?: number | null
  closed?: CloseReason
  reopened?: boolean
  split?: boolean
  /** The milestone from which it was taken by an accepted push-back, and why. */
  pushedBack?: { milestone: string; reason: string }
}

/** The events that such steps are made of; what takes one of them back may be any other. */
export const STEP_TYPES = [
  'issue.created',
  'issue.labels_changed',
  'issue.milestone_set',
  'issue.weighed',
  'issue.moved',
  'issue.closed',
  'issue.reopened',
  'issue.split',
  'issue.pushed_back',
  'push_back.decided',
] as const

/** An event of the ledger, with what it says of others. */
export type StepEvent = AnyEvent &
  Pick<Bound, 'number' | 'undoes' | 'cause'> & { issue: number | null; happenedAt: Date }

/**
 * The steps of a history in the order in which they were so; of one moment, in the order in which they were learned. What
 * was taken back did not happen, as `replay` has it.
 */
export function stepsOf(events: readonly StepEvent[]): Step[] {
  const statusOf = statusAmong(events)
  return events
    .filter((event) => event.issue !== null && statusOf(event) === 'counts')
    .map((event) => ({
      ...changeOf(event),
      number: event.number,
      issue: event.issue ?? 0,
      at: event.happenedAt,
    }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.number - b.number)
}

function changeOf(event: AnyEvent): Omit<Step, 'number' | 'issue' | 'at'> {
  const ids = (labels: readonly { id: string }[]) => labels.map(({ id }) => id)
  switch (event.type) {
    case 'issue.created': {
      const { kind, labels, milestone, weight } = event.data
      return { kind, on: ids(labels), milestone: milestone?.id ?? null, weight }
    }
    case 'issue.labels_changed':
      return { on: ids(event.data.added), off: ids(event.data.removed) }
    case 'issue.milestone_set':
      return { milestone: event.data.to?.id ?? null }
    case 'issue.weighed':
      return { weight: event.data.to }
    case 'issue.moved': {
      const { added, removed, closed, reopened } = event.data
      return {
        on: ids(added),
        off: ids(removed),
        ...(closed ? { closed } : {}),
        ...(reopened ? { reopened } : {}),
      }
    }
    case 'issue.closed':
      return { closed: event.data.reason }
    case 'issue.reopened':
      return { reopened: true }
    case 'issue.split':
      return { split: true }
    case 'issue.pushed_back':
      return { pushedBack: { milestone: event.data.milestone.id, reason: event.data.reason } }
    case 'push_back.decided': {
      const { left, reason } = event.data
      return left ? { pushedBack: { milestone: left.id, reason } } : {}
    }
    default:
      return {}
  }
}
