import type { AnyEvent } from './events.ts'
import type { CloseReason } from './issues.ts'
import { weightOf } from './weight.ts'

/** What an event changes of the facts by which a promise is counted. Ids are the group's; `at` is when it was so. */
export type Step = {
  number: number
  issue: number
  at: Date
  /** The number of the event that this one took back. */
  undoes?: number
  milestone?: string | null
  on?: readonly string[]
  off?: readonly string[]
  weight?: number | null
  closed?: CloseReason
  reopened?: boolean
  split?: boolean
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
] as const

/** On a board in its milestone: between the start of its first day and the end of its last, or its closing if earlier. */
export type Condition = { milestone: string; labelIds: readonly string[]; from: Date; to: Date }

type Sum = { count: number; weight: number }
/** Weights are those of the end. `moved`: of what was not done, what was off the board by then. */
export type Outcome = { assigned: Sum; completed: Sum; moved: Sum }

export function changeOf(event: AnyEvent): Omit<Step, 'number' | 'issue' | 'at' | 'undoes'> {
  const ids = (labels: readonly { id: string }[]) => labels.map(({ id }) => id)
  switch (event.type) {
    case 'issue.created': {
      const { labels, milestone, weight } = event.data
      return { on: ids(labels), milestone: milestone?.id ?? null, weight }
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
    default:
      return {}
  }
}

/**
 * What was said for a milestone, what was done of it, and what was moved away, as the events of its days tell it. Said is
 * what was on the board when the milestone began or came onto it later, and was not taken off before it began: taking a
 * label off keeps no promise. Done is what was closed as done by the end, and not reopened by then. What an event says
 * that was taken back did not happen.
 */
export function commitmentsOf(steps: readonly Step[], condition: Condition): Outcome {
  const outcome: Outcome = { assigned: nothing(), completed: nothing(), moved: nothing() }
  const told = inOrder(steps).filter(({ at }) => at < condition.to)
  for (const one of Map.groupBy(told, ({ issue }) => issue).values()) {
    const end = replayed(one, condition)
    if (!end.assigned) continue
    const sums = [
      outcome.assigned,
      ...(end.closed === 'done' ? [outcome.completed] : end.isOn ? [] : [outcome.moved]),
    ]
    for (const sum of sums) {
      sum.count += 1
      sum.weight += weightOf(end)
    }
  }
  return outcome
}

const nothing = (): Sum => ({ count: 0, weight: 0 })

/** By the moment at which things were so; an act and its undoing are left out, and what an undone undo took back is in. */
function inOrder(steps: readonly Step[]): Step[] {
  const gone = new Set<number>()
  for (const { number, undoes } of steps.toSorted((a, b) => b.number - a.number)) {
    if (undoes === undefined || gone.has(number)) continue
    gone.add(number).add(undoes)
  }
  return steps
    .filter(({ number }) => !gone.has(number))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.number - b.number)
}

/** One issue at the end of the milestone. */
function replayed(steps: readonly Step[], { milestone, labelIds, from }: Condition) {
  const held = new Set<string>()
  const now = {
    milestone: null as string | null,
    weight: null as number | null,
    split: false,
    closed: null as CloseReason | null,
    isOn: false,
    assigned: false,
  }
  for (const step of steps) {
    // whatever was on the board when the milestone began was said for it
    if (step.at >= from && now.isOn) now.assigned = true
    for (const id of step.off ?? []) held.delete(id)
    for (const id of step.on ?? []) held.add(id)
    if (step.milestone !== undefined) now.milestone = step.milestone
    if (step.weight !== undefined) now.weight = step.weight
    if (step.split) now.split = true
    if (step.closed) now.closed = step.closed
    if (step.reopened) now.closed = null
    now.isOn = now.milestone === milestone && labelIds.every((id) => held.has(id))
    if (step.at >= from && now.isOn) now.assigned = true
  }
  return { ...now, assigned: now.assigned || now.isOn }
}
