import { assignedIn, type Condition } from '../closing/assigned.ts'
import type { Step } from '../closing/steps.ts'

/** A milestone before the one that is planned which is not frozen yet: what was on its board by now. */
export type Earlier = Condition & { title: string }

/** What happened to a candidate, as far as ranking asks. Steps in the order in which they were so. */
export type Told = {
  steps: readonly Step[]
  /** The events by which PM or EM gave it another place in the order of the Planning Board, as far as they count. */
  placedBy: readonly number[]
}

/** What the past of a candidate says for its ranking. `deliverableSince`: the event that made it a Deliverable last. */
export type History = { slippedFrom: string | null; placed: boolean; deliverableSince: number | null }

type Plan = {
  /** Ids of the milestone, and of the label Deliverable. */
  milestone: string
  deliverable: string | null
  /** The latest first. */
  earlier: readonly Earlier[]
}

/**
 * Handbook › Build Board: "based on previous-milestone slippage, PM preference, …": the latest milestone that still runs in
 * which it was assigned and is not completed, as Say/Do counts it; and whether the PM gave it its place since it came into
 * this one.
 */
export function historyOf({ steps, placedBy }: Told, { milestone, deliverable, earlier }: Plan): History {
  const slipped = earlier.find((one) => assignedIn(steps, one).some(({ outcome }) => outcome === 'slipped'))
  const came = steps.findLast((step) => step.milestone === milestone)?.number ?? 0
  const made = steps.findLast(({ on }) => deliverable !== null && on?.includes(deliverable))
  return {
    slippedFrom: slipped?.title ?? null,
    placed: placedBy.some((number) => number > came),
    deliverableSince: made?.number ?? null,
  }
}
