import Link from 'next/link'

import { MyDays } from '#components/capacity/my-days.tsx'
import { dayIn, dayMonth } from '#components/ui/days/days.ts'
import type { Week } from '#lib/contract/week.ts'
import { capacityLink } from '#lib/kit/links.ts'

type Props = { group: string; days: NonNullable<Week['days']>; person: string; zone: string }

/** My days in the milestone to come, to be looked at and confirmed. */
export function DaysToConfirm({ group, days: { milestone, asked }, person, zone }: Props) {
  return (
    <section
      aria-label="Days to confirm"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line bg-surface px-3.5 py-2"
    >
      <p className="min-w-0 flex-1 text-pretty max-sm:basis-full">
        <Link
          href={capacityLink(group, milestone.slug)}
          prefetch={false}
          className="font-medium hover:underline"
        >
          Confirm your days in <bdi>{milestone.title}</bdi>
        </Link>
        {asked && (
          <span className="text-ink-2">
            {' '}
            · {asked.by} asked on {dayMonth(dayIn(zone, asked.at))}
          </span>
        )}
      </p>
      <MyDays group={group} milestone={milestone} person={person} isConfirmed={false} />
    </section>
  )
}
