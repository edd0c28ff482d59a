'use client'

import { Sparkline } from '#components/charts/sparkline.tsx'
import { mondayOf } from '#lib/domain/turns.ts'
import { trendText } from '#lib/domain/trend.ts'
import type { TrendPoint } from '#lib/domain/trend.ts'
import { spanText } from '#lib/kit/day-text.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

type Props = { title: string; issues: number; points: readonly TrendPoint[]; today: PlainDate }

/** How a finding has come and gone in the last weeks: in one sentence, as a line that ends now, and as a table. */
export function Trend({ title, issues, points, today }: Props) {
  const text = trendText(issues, points, mondayOf(today))
  if (text === null) return null
  return (
    <details className="group text-xs text-ink-3">
      <summary className="tap flex w-fit cursor-pointer list-none items-center gap-2 rounded-xs hover:text-ink [&::-webkit-details-marker]:hidden">
        <Sparkline values={[...points.map((point) => point.issues), issues]} />
        <span className="num">{text}</span>
        <span className="underline underline-offset-2 no-print">
          <span className="group-open:hidden">Show weeks</span>
          <span className="hidden group-open:inline">Hide weeks</span>
        </span>
      </summary>
      <table className="num mt-1.5 w-fit text-left">
        <caption className="sr-only">{`${title}, week by week`}</caption>
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className="py-1 pr-6 font-medium">
              Week of
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              Issues
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ weekOn, issues: count }) => (
            <tr key={weekOn}>
              <th scope="row" className="py-0.5 pr-6 font-normal">
                {spanText(weekOn, weekOn)}
              </th>
              <td className="py-0.5 text-right">{count}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="py-0.5 pr-6 font-normal">
              Now
            </th>
            <td className="py-0.5 text-right">{issues}</td>
          </tr>
        </tbody>
      </table>
    </details>
  )
}
