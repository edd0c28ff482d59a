import type { Refusal, Warning } from '#lib/kit/refusal.ts'

/** Handbook › Issue Weights: "A weight of 1 is approximately 2 working days of effort." */
export const DAYS_PER_WEIGHT = 2
/** Handbook › Issue Weights: "Issues are generally not weighted above 3". */
export const USUAL_WEIGHT = 3
export const HEAVIEST = 99
/** The weights that menus offer; every other one is typed. */
export const USUAL_WEIGHTS: readonly number[] = [0, 1, 2, 3, 5, 8]
export const WHOLE_WEIGHTS: readonly number[] = Array.from({ length: HEAVIEST + 1 }, (_, weight) => weight)

/** A weight is a whole number from 0 to 99; 0 is work too small to count, no weight at all is null and needs no rule. */
export function whyNotWeight(weight: number): Refusal | null {
  if (Number.isInteger(weight) && weight >= 0 && weight <= HEAVIEST) return null
  return { code: 'weight_range', because: `A weight is a whole number from 0 to ${HEAVIEST}.` }
}

/** The weight that somebody typed; null while it is none. */
export function weightFrom(words: string): number | null {
  return /^\s*\d{1,2}\s*$/.test(words) ? Number(words) : null
}

/** Handbook › Issue Weights: "larger weights indicate the issue should be broken down further." */
export function warnWeight(weight: number | null): Warning | null {
  if (weight === null || weight <= USUAL_WEIGHT) return null
  return {
    code: 'too_heavy',
    because: `A weight of ${weight} is above ${USUAL_WEIGHT}: break it down further.`,
  }
}

/** Working days, as the group counts them: a group setting, 2 days for a weight of 1 unless it says otherwise. */
export function daysOf(weight: number, daysPerWeight = DAYS_PER_WEIGHT): number {
  return weight * daysPerWeight
}

export type WeightSums = { weight: number; unweighted: number; count: number }

/** Unweighted work counts as work, but adds no weight: it is shown beside the sum, never hidden in it. */
export function sumWeights(list: readonly { weight: number | null }[]): WeightSums {
  let weight = 0
  let unweighted = 0
  for (const one of list) {
    if (one.weight === null) unweighted += 1
    else weight += one.weight
  }
  return { weight, unweighted, count: list.length }
}
