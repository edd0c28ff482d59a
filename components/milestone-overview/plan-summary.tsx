'use client'

import Link from 'next/link'

import { figure } from '#lib/domain/capacity/text.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { dayMonthYear } from '#components/ui/days/days.ts'
import type { Overview } from '#lib/contract/milestone-overview.ts'
import { boardLink, planLink } from '#lib/kit/links.ts'

import { deliverables } from './overview-text.ts'
import { Panel } from './panel.tsx'

type Props = { group: string; view: Overview; className: string }

const LINK = 'tap rounded-xs text-accent underline underline-offset-2'

/** What stands in the place of the burn-up while there is nothing to burn yet. */
export function PlanSummary({ group, view, className }: Props) {
  const { milestone, deliverables: now, capacity } = view
  const planning = useGroup(group).boards.find(({ kind }) => kind === 'planning')
  const committed =
    now && now.count > 0 ? `${deliverables(now.count)}, weight ${figure(now.weight)}` : 'No Deliverables yet'
  const rows = [
    { term: 'First day', value: milestone.startOn === null ? '' : dayMonthYear(milestone.startOn) },
    { term: 'Last day', value: milestone.dueOn === null ? '' : dayMonthYear(milestone.dueOn) },
    { term: 'Committed', value: committed },
    ...(capacity
      ? [
          { term: 'Candidates', value: `weight ${figure(capacity.load)}` },
          { term: 'Capacity', value: `weight ${figure(capacity.weight)}` },
        ]
      : []),
  ]
  return (
    <Panel
      heading="Plan"
      side={
        <span className="flex gap-3 text-xs font-medium">
          <Link href={planLink(group, milestone.slug)} prefetch={false} className={LINK}>
            Open the plan
          </Link>
          {planning && (
            <Link
              href={boardLink(group, planning.slug, { milestone: milestone.slug })}
              prefetch={false}
              className={LINK}
            >
              Planning board
            </Link>
          )}
        </span>
      }
      className={className}
    >
      <dl className="num grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 px-3.5 py-3">
        {rows.map(({ term, value }) => (
          <div key={term} className="contents">
            <dt className="text-ink-2">{term}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-auto border-t border-line px-3.5 py-2.5 text-pretty text-ink-2">
        The promise is fixed when the first day begins: what is on the Build Board then.
      </p>
    </Panel>
  )
}
