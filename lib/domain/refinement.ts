import { isoWeek } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

/** How many issues a refinement issue lists: what a few engineers look through in one sitting. */
export const REFINED_AT_ONCE = 5

/** “Refinement, week 49”, of the week that begins on that Monday. */
export const refinementTitle = (weekOn: PlainDate): string =>
  `Refinement, week ${Number(isoWeek(weekOn).slice(-2))}`

/** Handbook › Planning Board: the sentences that a refinement issue rests on. */
export const REFINEMENT_TEXT = `Read each issue of the list, ask what is unclear, and give it a weight. Then move it to ready for development.

> The PM marks issues with planning breakdown, signaling to the EM to request engineers to review the issue description and ensure it’s clear and ready for development. The engineer then assigns a weight and applies the ready for development label.

This issue closes automatically when all of its issues have a weight.`

/** An issue of a refinement issue; `split`: its pieces hold the work; `spike`: its scope stands for a weight. */
export type Refined = { state: 'open' | 'closed'; weight: number | null; split: boolean; spike: boolean }

/** Whether nothing is left to weigh in it: it has a weight, or needs none any more. */
export const isRefined = ({ state, weight, split, spike }: Refined): boolean =>
  weight !== null || state === 'closed' || split || spike

/** What closes a refinement issue by itself; null while an issue of it waits for a weight, or it lists none. */
export function whyRefined(issues: readonly Refined[]): string | null {
  if (issues.length === 0 || !issues.every(isRefined)) return null
  return issues.length === 1 ? 'its issue has a weight' : `all ${issues.length} of its issues have a weight`
}

/** “3 of 5 weighed”. */
export const refinementProgress = (weighed: number, of: number): string => `${weighed} of ${of} weighed`

/** How a refinement issue stands. `turned`: the last time that it closed or opened, and the event that caused that. */
type Standing = {
  state: 'open' | 'closed'
  issues: readonly Refined[]
  /** The newest of its group: an older one is looked at no more. */
  newest: boolean
  turned: { type: 'closed' | 'reopened'; cause: number | null } | null
  /** The event that is being taken back, with what it caused. */
  undoes: number | null
}

/**
 * What becomes of a refinement issue when something changed in it: it closes when all is weighed, and what closed by itself
 * opens again when a weight is taken off, as long as it is the newest. What an undone change had caused is turned back.
 */
export function turnOf({ state, issues, newest, turned, undoes }: Standing): 'close' | 'reopen' | null {
  if (undoes !== null && turned?.cause === undoes) {
    if (turned.type === 'closed') return state === 'closed' ? 'reopen' : null
    return state === 'open' ? 'close' : null
  }
  const done = whyRefined(issues) !== null
  if (state === 'open') return done ? 'close' : null
  const byItself = turned?.type === 'closed' && turned.cause !== null
  return !done && newest && byItself ? 'reopen' : null
}
