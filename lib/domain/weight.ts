import type { Refusal, Warning } from '#lib/kit/refusal.ts'

import { means, stateOf } from './labels.ts'
import type { LabelFact } from './labels.ts'
import type { Milestone } from './milestones.ts'
import { isReadyOrLater } from './workflow.ts'

/** Handbook › Issue Weights: "A weight of 1 is approximately 2 working days of effort." */
export const DAYS_PER_WEIGHT = 2
/** Handbook › Issue Weights: "Issues are generally not weighted above 3". */
export const USUAL_WEIGHT = 3
export const HEAVIEST = 99
/** The weights that menus offer, and more of them below; every other one is typed. */
export const USUAL_WEIGHTS: readonly number[] = [0, 1, 2, 3]
export const MORE_WEIGHTS: readonly number[] = [4, 5, 6, 7, 8]
export const WHOLE_WEIGHTS: readonly number[] = Array.from({ length: HEAVIEST + 1 }, (_, weight) => weight)

/** A weight is a whole number from 0 to 99; 0 is work too small to count, no weight at all is null and needs no rule. */
export function whyNotWeight(weight: number): Refusal | null {
  if (Number.isInteger(weight) && weight >= 0 && weight <= HEAVIEST) return null
  return { code: 'weight_range', because: `A weight is a whole number from 0 to ${HEAVIEST}.` }
}

/** The weight that a person typed; null while it is none. */
export function weightFrom(text: string): number | null {
  return /^\s*\d{1,2}\s*$/.test(text) ? Number(text) : null
}

/** Handbook › Issue Weights: "larger weights indicate the issue should be broken down further." */
export function warnWeight(weight: number | null): Warning | null {
  if (weight === null || weight <= USUAL_WEIGHT) return null
  return {
    code: 'too_heavy',
    because: `A weight of ${weight} is over ${USUAL_WEIGHT}. Split the issue.`,
  }
}

/** Working days, as the group counts them: a group setting, 2 days for a weight of 1 unless it says otherwise. */
export function daysOf(weight: number, daysPerWeight = DAYS_PER_WEIGHT): number {
  return weight * daysPerWeight
}

/** `split`: it was broken down into pieces, which hold the work. */
type Weighed = { weight: number | null; split?: boolean }

/** What it adds to a sum: the original of a split weighs nothing, for its pieces do. */
export const weightOf = ({ weight, split }: Weighed): number => (split ? 0 : (weight ?? 0))

export type Weighable = Weighed & {
  state: 'open' | 'closed'
  labels: readonly LabelFact[]
  milestone: Pick<Milestone, 'kind'> | null
}

/**
 * Handbook › Issue Weights: "A weight is assigned to each issue as an estimate of work to close it." It is missing where
 * work is planned for a milestone or called ready. Work on a shelf may wait for it, and a spike is bounded by its scope.
 */
export function isUnweighted({ state, weight, split, labels, milestone }: Weighable): boolean {
  if (weight !== null || state === 'closed' || split || means(labels, 'spike')) return false
  return milestone?.kind === 'timebox' || isReadyOrLater(stateOf(labels))
}

export type WeightSums = { weight: number; unweighted: number; count: number }

/** Unweighted work counts as work, but adds no weight: it is shown beside the sum, never hidden in it. */
export function sumWeights<T extends Weighed>(
  list: readonly T[],
  lacksWeight: (one: T) => boolean = ({ weight }) => weight === null,
): WeightSums {
  let weight = 0
  let unweighted = 0
  for (const one of list) {
    weight += weightOf(one)
    if (lacksWeight(one)) unweighted += 1
  }
  return { weight, unweighted, count: list.length }
}
