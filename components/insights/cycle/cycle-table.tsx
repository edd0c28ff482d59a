import Link from 'next/link'

import { dayMonthYear } from '#components/ui/days/days.ts'
import type { Insights } from '#lib/contract/insights.ts'
import { issueLink } from '#lib/kit/links.ts'

import { Table } from '../table.tsx'

/** The issues of the chart, the latest first. */
export const CycleTable = ({ group, cycle }: { group: string; cycle: Insights['cycle'] }) => (
  <Table
    label={cycle.title}
    heads={['Issue', 'Closed', 'Days', 'Blocked of these']}
    rows={cycle.points.toReversed().map(({ ref, title, closedOn, days, blockedDays }) => ({
      id: String(ref),
      cells: [
        <Link
          key="issue"
          href={issueLink(group, ref)}
          prefetch={false}
          className="tap relative hover:underline"
        >
          #{ref} <bdi>{title}</bdi>
        </Link>,
        <span key="closed" className="whitespace-nowrap">
          {dayMonthYear(closedOn)}
        </span>,
        days,
        blockedDays,
      ],
    }))}
  />
)
