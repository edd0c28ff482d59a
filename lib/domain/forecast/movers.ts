import { type ProgressState, shareOf } from '../progress.ts'
import { chanceOf } from './fan.ts'

export type OpenIssue = { ref: number; weight: number; state: ProgressState }
/** `chance`: that all the other weight is closed in time, 0–1. */
export type Mover = OpenIssue & { chance: number }

const SHOWN = 3

/**
 * The three issues that move the forecast most: leave one out, and see by how much the chance that all the rest is closed
 * rises. It is asked by weight, for as a number each issue is one, and all would move it alike. Of those of one weight the one
 * that is least far along comes first, and of those the one that was created first: it had the most time and used it least.
 *
 * @param reached how often each weight was closed on the last day
 */
export function moversOf(issues: readonly OpenIssue[], reached: Uint32Array | undefined): Mover[] {
  const open = issues.reduce((sum, { weight }) => sum + weight, 0)
  return issues
    .filter(({ weight }) => weight > 0)
    .map((issue) => ({ ...issue, chance: reached ? chanceOf(reached, open - issue.weight) : 0 }))
    .toSorted((a, b) => b.weight - a.weight || shareOf(a.state) - shareOf(b.state) || a.ref - b.ref)
    .slice(0, SHOWN)
}
