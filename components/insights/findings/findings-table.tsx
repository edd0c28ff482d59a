import Link from 'next/link'

import { dayMonthYear } from '#components/ui/days/days.ts'
import type { Insights } from '#lib/contract/insights.ts'

import { findingLabel } from '../insights-text.ts'
import { Table } from '../table.tsx'
import { weekLink } from './week-link.ts'

type Props = { group: string; findings: Insights['findings'] }

/** The weeks, the newest first; each count opens the issues as they were then. */
export const FindingsTable = ({ group, findings: { title, weeks, rows } }: Props) => (
  <Table
    label={title}
    heads={['Week of', ...rows.map((one) => one.title), 'All findings']}
    rows={weeks
      .map(({ weekOn, countedAt, findings }, at) => ({
        id: weekOn,
        cells: [
          <span key="week" className="whitespace-nowrap">
            {dayMonthYear(weekOn)}
          </span>,
          ...rows.map(({ name, title: finding, issues }) => {
            const count = issues[at] ?? null
            return count === null ? null : (
              <Link
                key={name}
                href={weekLink(group, name, countedAt)}
                prefetch={false}
                aria-label={findingLabel(weekOn, finding, count)}
                className="tap relative hover:underline"
              >
                {count}
              </Link>
            )
          }),
          findings,
        ],
      }))
      .toReversed()}
  />
)
