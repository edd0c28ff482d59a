import Link from 'next/link'
import type { ReactNode } from 'react'

import type { SayDoOrganisation } from '#lib/contract/say-do.ts'
import { together } from '#lib/domain/say-do/organisation.ts'
import { percentOf } from '#lib/domain/say-do/definitions.ts'
import { groupLink } from '#lib/kit/links.ts'

import { type Column, columnsOf } from './columns.ts'
import { MilestoneRatio, Ratio } from './figures.tsx'

/** Groups × their last milestones, with the counts of all together below and at the right. */
export function OrganisationTable({ groups, whole }: Pick<SayDoOrganisation, 'groups' | 'whole'>) {
  const columns = columnsOf(groups)
  return (
    <table aria-label="Say/Do of each group by milestone" className="num w-full text-sm">
      <thead className="text-xs text-ink-3">
        <tr className="border-b border-line">
          <Head isFirst>Group</Head>
          {columns.map(({ back, heading }) => (
            <Head key={back}>{heading}</Head>
          ))}
          <Head>Together</Head>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr
            key={group.slug}
            className="border-b border-line align-top last:border-b-0 print:break-inside-avoid"
          >
            <RowHead>
              <Link
                dir="auto"
                href={groupLink(group.slug)}
                prefetch={false}
                className="tap rounded-xs hover:underline"
              >
                {group.name}
              </Link>
            </RowHead>
            {columns.map(({ back, isShared }) => {
              const milestone = group.milestones[back]
              return (
                <Cell key={back}>
                  {milestone && <MilestoneRatio group={group} milestone={milestone} isTitled={!isShared} />}
                </Cell>
              )
            })}
            <Cell>
              <Ratio {...group.whole} />
            </Cell>
          </tr>
        ))}
      </tbody>
      {groups.length > 1 && (
        <tfoot>
          <tr className="bg-sunken align-top">
            <RowHead>All groups</RowHead>
            {columns.map((column) => (
              <Cell key={column.back}>
                <Ratio {...sumOf(groups, column)} />
              </Cell>
            ))}
            <Cell>
              <Ratio {...whole} />
            </Cell>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function sumOf(groups: SayDoOrganisation['groups'], { back }: Column) {
  const sums = together(groups.flatMap(({ milestones }) => milestones[back] ?? []))
  return { ...sums, percent: percentOf(sums.ratio) }
}

const Head = ({ isFirst = false, children }: { isFirst?: boolean; children: ReactNode }) => (
  <th
    scope="col"
    className={`px-2.5 py-2 font-medium whitespace-nowrap ${isFirst ? 'pl-4 text-left' : 'text-right last:pr-4'}`}
  >
    {children}
  </th>
)

const RowHead = ({ children }: { children: ReactNode }) => (
  <th scope="row" className="max-w-64 py-2.5 pr-2.5 pl-4 text-left font-semibold wrap-anywhere">
    {children}
  </th>
)

const Cell = ({ children }: { children: ReactNode }) => (
  <td className="px-1.5 py-2.5 text-right whitespace-nowrap last:pr-4 last:pl-2.5">{children}</td>
)
