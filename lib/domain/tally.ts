import type { CloseReason } from './issues.ts'
import { stateOf } from './labels.ts'
import type { LabelFact } from './labels.ts'
import { isUnweighted, weightOf } from './weight.ts'
import type { Weighable } from './weight.ts'

export type Counted = Weighable & { closeReason: CloseReason | null }

/**
 * What stands on a board, added up: weights of the open, of the done, and of what was closed without being done. The
 * tallies of two lists add up to the tally of both, so that what a reader does not see can be added to what they see.
 */
export type Tally = {
  /** Open issues. */
  open: number
  openWeight: number
  doneWeight: number
  droppedWeight: number
  /** Open issues that are blocked, and those that miss a weight. */
  blocked: number
  unweighted: number
}

export function tallyOf(issues: readonly Counted[]): Tally {
  const tally = { open: 0, openWeight: 0, doneWeight: 0, droppedWeight: 0, blocked: 0, unweighted: 0 }
  for (const issue of issues) {
    tally[WEIGHT_OF[outcomeOf(issue)]] += weightOf(issue)
    if (issue.state === 'closed') continue
    tally.open += 1
    if (isUnweighted(issue)) tally.unweighted += 1
    if (stateOf(issue.labels) === 'blocked') tally.blocked += 1
  }
  return tally
}

export const addTallies = (a: Tally, b: Tally): Tally => ({
  open: a.open + b.open,
  openWeight: a.openWeight + b.openWeight,
  doneWeight: a.doneWeight + b.doneWeight,
  droppedWeight: a.droppedWeight + b.droppedWeight,
  blocked: a.blocked + b.blocked,
  unweighted: a.unweighted + b.unweighted,
})

/**
 * Weight of what was said, which is what Deliverables stand for: one that is closed as duplicate, moved or won't do was
 * said all the same.
 */
export const committedWeight = ({ openWeight, doneWeight, droppedWeight }: Tally): number =>
  openWeight + doneWeight + droppedWeight

/** Weight of candidates: what was dropped is none any more. */
export const candidateWeight = ({ openWeight, doneWeight }: Tally): number => openWeight + doneWeight

/** What is closed as duplicate, moved or won't do is neither done nor open. */
export function outcomeOf({ state, closeReason }: Pick<Counted, 'state' | 'closeReason'>) {
  if (state === 'open') return 'open'
  return closeReason === 'done' ? 'done' : 'dropped'
}

const WEIGHT_OF = { open: 'openWeight', done: 'doneWeight', dropped: 'droppedWeight' } as const

type CardFacts = Omit<Counted, 'labels' | 'milestone'> & {
  labelIds: readonly string[]
  milestone: string | null
}
/** `timeboxes` are slugs of the milestones that have days. */
export type CardNames = { labels: ReadonlyMap<string, LabelFact>; timeboxes: ReadonlySet<string> }

/** A card as the law counts it. */
export function countedCard({ labelIds, milestone, ...card }: CardFacts, names: CardNames): Counted {
  return {
    ...card,
    labels: labelIds.flatMap((id) => names.labels.get(id) ?? []),
    milestone: milestone === null ? null : { kind: names.timeboxes.has(milestone) ? 'timebox' : 'shelf' },
  }
}
