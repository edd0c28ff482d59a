import Link from 'next/link'

import { cx } from '#components/ui/cx.ts'
import type { PlanningBlocks } from '#lib/contract/planning-issue.ts'
import { epicLink, issueLink } from '#lib/kit/links.ts'

import { notShownText } from './figures.ts'
import { BlockTable, CELL, Head } from './table-parts.tsx'

type Props = { group: string; priorities: PlanningBlocks['priorities'] }

/** What the milestone is for, the most important first. */
export function PrioritiesTable({ group, priorities: { rows, notShown } }: Props) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {rows.length > 0 && (
        <BlockTable
          label="Priorities"
          head={
            <>
              <Head right>#</Head>
              <Head>Work</Head>
              <Head>Teams</Head>
              <Head>Goal</Head>
              <Head>DRI</Head>
              <Head>Status</Head>
            </>
          }
        >
          {rows.map(({ kind, number, title, teams, goal, dri, status }, at) => (
            <tr key={`${kind} ${number}`}>
              <td className={cx(CELL, 'text-right text-ink-3')}>{at + 1}</td>
              <th scope="row" aria-label={title} className={cx(CELL, 'min-w-40 text-left font-medium')}>
                <Link
                  href={kind === 'epic' ? epicLink(group, number) : issueLink(group, number)}
                  prefetch={false}
                  className="hover:underline [&>span]:font-normal [&>span]:text-ink-3"
                >
                  <span>
                    {kind === 'epic' ? '&' : '#'}
                    {number}
                  </span>{' '}
                  <bdi>{title}</bdi>
                </Link>
              </th>
              <td dir="auto" className={CELL}>
                {teams.map(({ name }) => name).join(', ') || '–'}
              </td>
              <td dir="auto" className={cx(CELL, 'min-w-40 text-pretty')}>
                {goal}
              </td>
              <td className={cx(CELL, 'whitespace-nowrap')}>
                <bdi>{dri?.name ?? '–'}</bdi>
              </td>
              <td className={cx(CELL, 'whitespace-nowrap text-ink-2')}>{status}</td>
            </tr>
          ))}
        </BlockTable>
      )}
      {notShown > 0 && <p className="num text-xs text-ink-2">{notShownText(notShown)}</p>}
    </div>
  )
}
