import Link from 'next/link'

import { cx } from '#components/ui/cx.ts'
import type { PlanningBlocks } from '#lib/contract/planning-issue.ts'
import { issueLink } from '#lib/kit/links.ts'

import { notShownText } from './figures.ts'
import { BlockTable, CELL, Head } from './table-parts.tsx'

type Props = { group: string; deliverables: PlanningBlocks['deliverables'] }

export function DeliverablesTable({ group, deliverables: { rows, notShown } }: Props) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {rows.length > 0 && (
        <BlockTable
          label="Deliverables and DRIs"
          head={
            <>
              <Head>Issue</Head>
              <Head>Team</Head>
              <Head right>Weight</Head>
              <Head>DRI</Head>
              <Head>Status</Head>
            </>
          }
        >
          {rows.map(({ ref, title, team, weight, dri, status }) => (
            <tr key={ref}>
              <th
                scope="row"
                aria-label={`#${ref} ${title}`}
                className={cx(CELL, 'min-w-48 text-left font-normal')}
              >
                <Link
                  href={issueLink(group, ref)}
                  prefetch={false}
                  className="hover:underline [&>span]:text-ink-3"
                >
                  <span>#{ref}</span> <bdi>{title}</bdi>
                </Link>
              </th>
              <td className={CELL}>
                <bdi>{team ?? '–'}</bdi>
              </td>
              <td className={cx(CELL, 'text-right')}>{weight ?? '–'}</td>
              <td className={cx(CELL, 'whitespace-nowrap')}>
                <bdi>{dri?.name ?? '–'}</bdi>
              </td>
              <td className={cx(CELL, 'text-ink-2')}>{status}</td>
            </tr>
          ))}
        </BlockTable>
      )}
      {notShown > 0 && <p className="num text-xs text-ink-2">{notShownText(notShown)}</p>}
    </div>
  )
}
