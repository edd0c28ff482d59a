import type { Insights } from '#lib/contract/insights.ts'
import { daysBetween, type PlainDate } from '#lib/kit/plain-date.ts'

/** From a day to its place, in percent of the width. */
export type TimeScale = { x: (day: PlainDate) => number; start: number; end: number }

export function timeScale(
  { from, to }: { from: PlainDate; to: PlainDate },
  side: { from: number; to: number },
): TimeScale {
  const days = Math.max(1, daysBetween(from, to))
  const x = (day: PlainDate) =>
    round(side.from + (Math.min(days, Math.max(0, daysBetween(from, day))) / days) * (side.to - side.from))
  return { x, start: side.from, end: side.to }
}

type Span = { slug: string; title: string; left: number; middle: number; isNow: boolean; isWide: boolean }

/** Where each milestone lies; the one that runs ends today. What is too narrow for its name has none. */
export function spansOf(
  insights: Pick<Insights, 'from' | 'to' | 'milestones'>,
  side = { from: 6, to: 88 },
): Span[] {
  const { x } = timeScale(insights, side)
  return insights.milestones.map(({ slug, title, startOn, dueOn }) => {
    const [left, right] = [x(startOn), x(dueOn > insights.to ? insights.to : dueOn)]
    const isNow = dueOn >= insights.to
    const width = right - left
    return { slug, title, left, middle: round((left + right) / 2), isNow, isWide: width > 3.2 }
  })
}

const round = (value: number): number => Math.round(value * 100) / 100
