import Link from 'next/link'

import type { Insights } from '#lib/contract/insights.ts'
import { columnTitle, daysText } from '#lib/domain/insights/titles.ts'
import { issueLink } from '#lib/kit/links.ts'

import { FigureLink } from '../figure-link.tsx'
import { Table } from '../table.tsx'

type Props = { group: string; ages: Insights['ages'] }

/** The columns with their limits, and below them each issue in work. */
export const AgesTable = ({ group, ages: { title, columns } }: Props) => (
  <>
    <Table
      label={`${title}, by column`}
      heads={['Column', 'In it now', 'Older than 85 %', '50 % took', '85 % took', 'Earlier issues']}
      rows={columns.map(({ column, items, p50, p85, earlier }) => {
        const old = items.filter(({ isOld }) => isOld).length
        const link = (part: 'now' | 'old' | 'earlier', count: number, what: string) => (
          <FigureLink
            figure={{ chart: 'ages', column, part }}
            count={count}
            label={`${columnTitle(column)}, ${what}: ${count}`}
          >
            {count}
          </FigureLink>
        )
        return {
          id: column,
          cells: [
            columnTitle(column),
            link('now', items.length, 'in it now'),
            p85 === null ? null : link('old', old, 'older than 85 %'),
            p50 === null ? 'small sample' : daysText(p50),
            p85 === null ? 'small sample' : daysText(p85),
            link('earlier', earlier, 'earlier issues'),
          ],
        }
      })}
    />
    <Table
      label={`${title}, by issue`}
      heads={['Issue', 'Column', 'Days', 'Blocked besides', 'Older than 85 %']}
      rows={columns.flatMap(({ column, items, p85 }) =>
        items.map(({ ref, title: name, days, blockedDays, isOld }) => ({
          id: String(ref),
          cells: [
            <Link
              key="issue"
              href={issueLink(group, ref)}
              prefetch={false}
              className="tap relative hover:underline"
            >
              #{ref} <bdi>{name}</bdi>
            </Link>,
            columnTitle(column),
            days,
            column === 'blocked' ? null : blockedDays,
            p85 === null ? null : isOld ? 'yes' : 'no',
          ],
        })),
      )}
    />
  </>
)
