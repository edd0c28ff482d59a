import { type Stage, stageAt, type Stay } from './stays.ts'
import { isWorkColumn, WORK_COLUMNS, type WorkColumn } from './work.ts'

/** From the bottom of the picture to its top: what is done lies below, what is to come above. */
export const BANDS = ['closed', ...WORK_COLUMNS.toReversed(), 'waiting'] as const
export type Band = 'closed' | WorkColumn | 'waiting'

/** Everything before ready for development, and what has no state, waits. */
export const bandOf = (stage: Stage): Band => (stage === 'closed' || isWorkColumn(stage) ? stage : 'waiting')

/** What work in hand is: in a column from in dev on, or blocked. */
export const isInHand = (band: Band): boolean =>
  band !== 'closed' && band !== 'waiting' && band !== 'ready-for-development'

/** Whether an issue was open at any moment from `since` on: what was closed before is none of the picture. */
export const wasOpenSince = (stays: readonly Stay[], since: number): boolean =>
  stays.some(({ stage, to }, at) => stage !== 'closed' && (to > since || at === stays.length - 1))

/**
 * How many issues were in each band at each of these moments, which rise. The bands of a moment add up to all issues that
 * there were by then, without those that were closed before `since` and stayed so.
 */
export function flowOf(
  all: readonly { stays: readonly Stay[] }[],
  { moments, since }: { moments: readonly number[]; since: number },
): number[][] {
  const counts = moments.map(() => BANDS.map(() => 0))
  for (const { stays } of all) {
    if (!wasOpenSince(stays, since)) continue
    let at = 0
    for (const [place, { stage, from, to }] of stays.entries()) {
      const end = place === stays.length - 1 ? Infinity : to
      const band = BANDS.indexOf(bandOf(stage))
      while (at < moments.length && (moments[at] ?? 0) < from) at += 1
      for (; at < moments.length && (moments[at] ?? 0) < end; at += 1) {
        const row = counts[at]
        if (row) row[band] = (row[band] ?? 0) + 1
      }
    }
  }
  return counts
}

/** The same issues one by one: those of a band at a moment. */
export const inBand = <W extends { stays: readonly Stay[] }>(
  all: readonly W[],
  { band, moment, since }: { band: Band; moment: number; since: number },
): W[] =>
  all.filter(({ stays }) => {
    const stage = stageAt(stays, moment)
    return stage !== null && bandOf(stage) === band && wasOpenSince(stays, since)
  })
