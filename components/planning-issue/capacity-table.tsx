import Link from 'next/link'

import { cx } from '#components/ui/cx.ts'
import type { PlanningBlocks } from '#lib/contract/planning-issue.ts'
import { capacityLink } from '#lib/kit/links.ts'

import { figure, overText } from './figures.ts'
import { BlockTable, CELL, Head } from './table-parts.tsx'

type Props = { group: string; milestone: string; capacity: PlanningBlocks['capacity'] }

/** Capacity by functional team, and how much of it is picked. */
export function CapacityTable({ group, milestone, capacity: { teams, total, carryOver } }: Props) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <BlockTable
        label="Team capacity"
        head={
          <>
            <Head>Functional team</Head>
            <Head right>Capacity</Head>
            <Head right>Picked</Head>
          </>
        }
        foot={<Line name="Group" capacity={total.capacity} picked={total.picked} isTotal />}
      >
        {teams.map(({ slug, name, capacity, picked }) => (
          <Line key={slug ?? ''} name={name} capacity={capacity} picked={picked} />
        ))}
      </BlockTable>
      <p className="num text-xs text-ink-2">
        {carryOver && (
          <>
            Carry-over from <bdi>{carryOver.from}</bdi>: {figure(carryOver.left)}
            <span className="no-print"> · </span>
          </>
        )}
        <Link
          href={capacityLink(group, milestone)}
          prefetch={false}
          className="text-accent underline underline-offset-2 no-print"
        >
          How capacity adds up
        </Link>
      </p>
    </div>
  )
}

type LineProps = { name: string; capacity: number; picked: number; isTotal?: boolean }

function Line({ name, capacity, picked, isTotal }: LineProps) {
  // what has no team has no capacity to be over
  const over = capacity > 0 ? overText(picked, capacity) : ''
  return (
    <tr className={cx(isTotal && 'font-semibold')}>
      <th scope="row" className={cx(CELL, 'text-left', !isTotal && 'font-normal')}>
        <bdi>{name}</bdi>
      </th>
      <td className={cx(CELL, 'text-right')}>{figure(capacity)}</td>
      <td className={cx(CELL, 'text-right')}>
        {over && <span className="pr-1.5 text-xs font-medium text-warn">{over}</span>}
        {figure(picked)}
      </td>
    </tr>
  )
}
