import type { Refusal } from '#lib/kit/refusal.ts'

import type { WorkType } from '../labels.ts'

/** The types of work that a plan is mixed of. */
export const MIXED = ['bug', 'maintenance', 'feature'] as const satisfies readonly WorkType[]
/** In whole percent, together 100. */
export type Mix = Record<(typeof MIXED)[number], number>

/**
 * Handbook › Team Milestone Planning Process: "Custom Models follows … Cross Functional Prioritization": how the weight of
 * work divides by type. Work without one of the three types, or without a weight, is left out; null where nothing is left.
 * What does not come out even goes to the types with the largest remainders, so the percents add up to 100.
 */
export function mixOf(work: readonly { type: WorkType | null; weight: number | null }[]): Mix | null {
  const sums = MIXED.map((type) =>
    work.reduce((sum, one) => (one.type === type ? sum + (one.weight ?? 0) : sum), 0),
  )
  const all = sums.reduce((sum, weight) => sum + weight, 0)
  if (all === 0) return null
  const exact = sums.map((weight) => (weight * 100) / all)
  const whole = exact.map(Math.floor)
  const missing = 100 - whole.reduce((sum, part) => sum + part, 0)
  const byRemainder = exact
    .map((part, at) => ({ at, rest: part - Math.floor(part) }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of byRemainder.slice(0, missing)) whole[at] = (whole[at] ?? 0) + 1
  const [bug = 0, maintenance = 0, feature = 0] = whole
  return { bug, maintenance, feature }
}

/** A target divides all of the work. */
export function whyNotMix(mix: Mix | null): Refusal | null {
  if (mix === null) return null
  const sum = MIXED.reduce((all, type) => all + mix[type], 0)
  if (sum === 100) return null
  return { code: 'mix_sum', because: `Bug, maintenance and feature add up to ${sum} %. Make it 100 %.` }
}
