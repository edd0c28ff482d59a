import type { MilestoneOutcome } from '../closing/reasons.ts'
import { weightOf } from '../weight.ts'

/** An issue that was assigned in a milestone: frozen with it, or as it is while it runs. */
export type Commitment = {
  ref: number
  /** Of the end; 0 for the original of a split, null for what has none. */
  weight: number | null
  /** On the Build Board when the milestone started. */
  atStart: boolean
  outcome: MilestoneOutcome
}

/**
 * Law 10 names them: assigned is all; completed, reprioritised and slipped divide it, and added later is what came after the
 * start.
 */
export const PARTS = ['assigned', 'completed', 'addedLater', 'reprioritised', 'slipped'] as const
export type Part = (typeof PARTS)[number]
export type Sum = { count: number; weight: number }

/** Whether a part holds it. */
export function isPart(part: Part, { atStart, outcome }: Pick<Commitment, 'atStart' | 'outcome'>): boolean {
  if (part === 'assigned') return true
  return part === 'addedLater' ? !atStart : outcome === part
}

export const partOf = <C extends Commitment>(part: Part, all: readonly C[]): C[] =>
  all.filter((one) => isPart(part, one))

/** An issue without a weight counts as an issue and adds no weight. */
export const sumOf = (some: readonly Pick<Commitment, 'weight'>[]): Sum => ({
  count: some.length,
  weight: some.reduce((all, { weight }) => all + weightOf({ weight }), 0),
})

/** For each part what `make` makes of it. */
export function eachPart<T>(make: (part: Part) => T): Record<Part, T> {
  return {
    assigned: make('assigned'),
    completed: make('completed'),
    addedLater: make('addedLater'),
    reprioritised: make('reprioritised'),
    slipped: make('slipped'),
  }
}
