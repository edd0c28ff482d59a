import type { Insights, InsightTable } from '#lib/contract/insights.ts'

/** Of the charts, in pixels. Their scripts come behind the page, which keeps this room for them: nothing moves. */
export const HEIGHTS = { ages: 298, cycle: 298, flow: 246 } as const

/** One below the other, for the parts of a bar each. */
export const BAR = { height: 46, step: 82, top: 16, below: 10 } as const

/** A line for each finding. */
export const ROW = { height: 31, top: 10, rise: 22, below: 18 } as const

export const barsHeight = (bars: number): number => BAR.top + (bars - 1) * BAR.step + BAR.height + BAR.below

export const rowsHeight = (rows: number): number => ROW.top + rows * ROW.height + ROW.below

/** How high a chart will be. */
export function roomFor(name: InsightTable, { mix, findings }: Insights): number {
  if (name === 'mix') return barsHeight(mix.target ? 3 : 2)
  if (name === 'findings') return findings.rows.length === 0 ? 0 : rowsHeight(findings.rows.length)
  return HEIGHTS[name]
}
