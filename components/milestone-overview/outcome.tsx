import Link from 'next/link'

import { BarList } from '#components/charts/bar-list.tsx'
import { figure } from '#lib/domain/capacity/text.ts'
import type { Overview } from '#lib/contract/milestone-overview.ts'
import { sayDoLink } from '#lib/kit/links.ts'

import { Panel } from './panel.tsx'

type Props = {
  group: string
  milestone: string
  outcome: NonNullable<Overview['outcome']>
  className?: string
}

/** Handbook › Say/Do: what was assigned, what was completed, and where the rest went, as the milestone ended. */
export function OutcomeSums({
  group,
  milestone,
  outcome: { assigned, completed, moved },
  className = '',
}: Props) {
  const left = {
    count: assigned.count - completed.count - moved.count,
    weight: assigned.weight - completed.weight - moved.weight,
  }
  const rows = [
    { term: 'Assigned', ...assigned, tone: 'bg-ink-3' },
    { term: 'Completed', ...completed, tone: 'bg-good' },
    { term: 'Moved away', ...moved, tone: 'bg-control' },
    { term: 'Not completed', ...left, tone: 'bg-warn' },
  ]
  return (
    <Panel
      heading="Say/Do"
      side={
        <>
          <Link
            href={sayDoLink(group, milestone)}
            prefetch={false}
            className="tap text-xs font-medium text-accent underline underline-offset-2"
          >
            Open Say/Do
          </Link>
          <span className="ml-2 text-xs text-ink-3">issues · weight</span>
        </>
      }
      className={className}
    >
      <BarList
        label="Say/Do"
        most={assigned.count}
        bars={rows.map(({ term, count, weight, tone }) => ({
          id: term,
          head: term,
          value: count,
          tone,
          figures: (
            <>
              <b>{count}</b> <span className="text-ink-3">· {figure(weight)}</span>
            </>
          ),
        }))}
      />
    </Panel>
  )
}
