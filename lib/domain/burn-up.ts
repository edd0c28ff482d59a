import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { Step } from './closing/steps.ts'
import type { CloseReason, IssueKind } from './issues.ts'
import { weightOf } from './weight.ts'

export type BoardSum = { count: number; weight: number }

/** What became of one issue within a day; `was` is its weight before, where that is what changed. */
export type BurnChange = {
  issue: number
  kind: 'added' | 'removed' | 'done' | 'reopened' | 'dropped' | 'weighed'
  weight: number
  was?: number
}

/** As it was at the end of the day; of today, as it is. */
export type BurnDay = { day: PlainDate; scope: BoardSum; done: BoardSum; changes: BurnChange[] }

export type BurnUp = {
  /** What was on the board when the first day began: whatever comes or goes later, it stays. */
  promise: BoardSum
  days: BurnDay[]
}

/** `before` is when the day is over; the day that runs is over in the future. */
type Bounds = { from: Date; days: readonly { day: PlainDate; before: Date }[] }

/**
 * Law: "On the Build Board means: milestone M, group label and deliverable, all at once." Day by day what lay there, and
 * what of it was done. Closed as duplicate, moved or won't do keeps no commitment, and ends none: it stays in the scope.
 *
 * @param steps of any issues with the boards they were on, in the order in which they were so
 */
export function burnUpOf(steps: readonly Step[], milestone: string, { from, days }: Bounds): BurnUp {
  const issues = new Map<number, IssueNow>()
  const split = new Set<number>()
  let at = 0
  const tellUntil = (end: Date): Set<number> => {
    const touched = new Set<number>()
    for (let step = steps[at]; step && step.at < end; step = steps[at]) {
      if (step.split) split.add(step.issue)
      if (step.kind !== undefined) issues.set(step.issue, unborn(step.kind))
      const issue = issues.get(step.issue)
      if (issue) apply(issue, step)
      touched.add(step.issue)
      at += 1
    }
    return touched
  }
  const lies = new Map<number, Lying>()
  /** What changed on the board by the end of a day, issue by issue. */
  const turnTo = (end: Date): BurnChange[] =>
    [...tellUntil(end)]
      .toSorted((a, b) => a - b)
      .flatMap((number) => {
        const [before, now] = [lies.get(number), lyingOn(milestone, issues.get(number), split.has(number))]
        if (now) lies.set(number, now)
        else lies.delete(number)
        return changesOf(number, before, now)
      })
  turnTo(from)
  const promise = sumOf(lies, () => true)
  return {
    promise,
    days: days.map(({ day, before }) => {
      const changes = turnTo(before)
      return { day, scope: sumOf(lies, () => true), done: sumOf(lies, ({ is }) => is === 'done'), changes }
    }),
  }
}

type IssueNow = {
  kind: IssueKind
  board: string | null
  weight: number | null
  closed: CloseReason | null
}

type Lying = { weight: number; is: 'open' | 'done' | 'dropped' }

const unborn = (kind: IssueKind): IssueNow => ({
  kind,
  board: null,
  weight: null,
  closed: null,
})

function apply(issue: IssueNow, step: Step): void {
  if (step.board !== undefined) issue.board = step.board
  if (step.weight !== undefined) issue.weight = step.weight
  if (step.closed) issue.closed = step.closed
  if (step.reopened) issue.closed = null
}

function lyingOn(milestone: string, issue: IssueNow | undefined, split: boolean): Lying | undefined {
  if (issue?.kind !== 'issue' || issue.board !== milestone) return undefined
  const is = issue.closed === null ? 'open' : issue.closed === 'done' ? 'done' : 'dropped'
  return { weight: weightOf({ weight: issue.weight, split }), is }
}

function changesOf(issue: number, before: Lying | undefined, now: Lying | undefined): BurnChange[] {
  if (!now) return before ? [{ issue, kind: 'removed', weight: before.weight }] : []
  const { weight } = now
  const changes: BurnChange[] = []
  if (!before) changes.push({ issue, kind: 'added', weight })
  else if (before.weight !== weight) changes.push({ issue, kind: 'weighed', weight, was: before.weight })
  const was = before?.is ?? 'open'
  if (was === now.is) return changes
  return [...changes, { issue, kind: now.is === 'open' ? 'reopened' : now.is, weight }]
}

function sumOf(lies: ReadonlyMap<number, Lying>, counts: (one: Lying) => boolean): BoardSum {
  const sum = { count: 0, weight: 0 }
  for (const one of lies.values()) {
    if (!counts(one)) continue
    sum.count += 1
    sum.weight += one.weight
  }
  return sum
}
