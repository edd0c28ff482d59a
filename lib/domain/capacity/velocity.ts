/** A closed milestone: the weight that was done in it, and the days that were available for it. */
export type Past = { title: string; doneWeight: number; availableDays: number }

const LOOKED_BACK = 3

/**
 * A check beside the plan: closed weight for each available day of the last three milestones × available days, in weight
 * to a tenth. Null without a milestone to learn from.
 *
 * @param past latest first
 */
export function velocityCheck(past: readonly Past[], availableDays: number): number | null {
  const looked = past.filter((one) => one.availableDays > 0).slice(0, LOOKED_BACK)
  const days = looked.reduce((sum, one) => sum + one.availableDays, 0)
  if (days === 0) return null
  const done = looked.reduce((sum, one) => sum + one.doneWeight, 0)
  return Math.round((done / days) * availableDays * 10) / 10
}
