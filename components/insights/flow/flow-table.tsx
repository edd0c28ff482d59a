import { dayMonthYear } from '#components/ui/days/days.ts'
import type { Insights } from '#lib/contract/insights.ts'
import { bandTitle } from '#lib/domain/insights/titles.ts'

import { FigureLink } from '../figure-link.tsx'
import { Table } from '../table.tsx'

/** The bands at the end of each week, and as they are today; the file has every day. */
export function FlowTable({ flow: { title, bands, days } }: { flow: Insights['flow'] }) {
  const held = bands
    .map((band, at) => ({ band, at }))
    .filter(({ at }) => days.some(({ counts }) => counts[at]))
  return (
    <Table
      label={title}
      heads={['End of', ...held.map(({ band }) => capital(bandTitle(band)))]}
      rows={days
        .toReversed()
        .filter((_, at) => at % 7 === 0)
        .map(({ day, counts }) => ({
          id: day,
          cells: [
            <span key="day" className="whitespace-nowrap">
              {dayMonthYear(day)}
            </span>,
            ...held.map(({ band, at }) => (
              <FigureLink
                key={band}
                figure={{ chart: 'flow', band, day }}
                count={counts[at] ?? 0}
                label={`${dayMonthYear(day)}, ${bandTitle(band)}: ${counts[at] ?? 0}`}
              >
                {counts[at] ?? 0}
              </FigureLink>
            )),
          ],
        }))}
    />
  )
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
