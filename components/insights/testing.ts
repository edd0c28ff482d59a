import type { Insights } from '#lib/contract/insights.ts'
import { BANDS } from '#lib/domain/insights/flow.ts'
import type { WorkColumn } from '#lib/domain/insights/work.ts'
import { addDays } from '#lib/kit/plain-date.ts'

type AgeColumn = Insights['ages']['columns'][number]

/** A column in which issues have been for so many days, against limits of 4 and 9. */
export const aColumn = (days: readonly number[], column: WorkColumn = 'in-dev'): AgeColumn => ({
  column,
  earlier: 20,
  p50: 4,
  p85: 9,
  items: days
    .map((one, at) => ({ ref: at + 1, title: 'Slow list', days: one, blockedDays: 0, isOld: one > 9 }))
    .toSorted((a, b) => b.days - a.days),
})

/** So many issues in dev and waiting, day by day. */
export function aFlow(
  inDev: readonly number[],
  waiting: readonly number[],
): Pick<Insights, 'flow' | 'from' | 'to'> {
  const from = '2026-11-01'
  return {
    from,
    to: addDays(from, inDev.length - 1),
    flow: {
      title: 'Work in hand',
      bands: [...BANDS],
      days: inDev.map((count, at) => ({
        day: addDays(from, at),
        counts: BANDS.map((band) =>
          band === 'in-dev' ? count : band === 'waiting' ? (waiting[at] ?? 0) : 0,
        ),
      })),
    },
  }
}
