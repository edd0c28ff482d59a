import type { Assigned } from './closing/assigned.ts'
import { weightOf } from './weight.ts'

type Sum = { count: number; weight: number }
/** Weights are those of the end. `moved`: of what was not done, what was off the board by then. */
export type Outcome = { assigned: Sum; completed: Sum; moved: Sum }

/** An assigned issue, frozen or as its events tell it. */
export type Committed = Pick<
  Assigned,
  'issue' | 'weight' | 'split' | 'firstWeight' | 'atStart' | 'enteredAt' | 'onBoard' | 'outcome'
>

/** What was said for a milestone, what was done of it, and what was moved away. */
export function commitmentsOf(assigned: readonly Committed[]): Outcome {
  const outcome: Outcome = { assigned: nothing(), completed: nothing(), moved: nothing() }
  for (const one of assigned) {
    const completed = one.outcome === 'completed'
    const other = completed ? [outcome.completed] : one.onBoard ? [] : [outcome.moved]
    for (const sum of [outcome.assigned, ...other]) {
      sum.count += 1
      sum.weight += weightOf(one)
    }
  }
  return outcome
}

const nothing = (): Sum => ({ count: 0, weight: 0 })
