import Link from 'next/link'

import { cx } from '#components/ui/cx.ts'
import { daysOfIsoWeek, previousIsoWeek, weeksLater, weeksUpTo } from '#lib/kit/iso-week.ts'
import { spanText } from '#lib/kit/day-text.ts'
import { statusLink } from '#lib/kit/links.ts'

import { statusQuery } from '../status-place.ts'
import type { StatusPlace } from '../status-place.ts'
import { weekText } from '../update-text.ts'

const SHOWN = 12

/** The weeks before this one, the latest first; further back from the last of them. */
export function PastWeeks({ group, place }: { group: string; place: StatusPlace }) {
  const { week, current } = place
  const latest = previousIsoWeek(current)
  const last = week < weeksLater(latest, 1 - SHOWN) ? week : latest
  const weeks = weeksUpTo(last, SHOWN).toReversed()
  const to = (next: string) => statusLink(group, statusQuery({ ...place, view: 'history', week: next }))
  const earlier = weeksLater(last, -SHOWN)
  return (
    <nav
      aria-label="Past weeks"
      className="no-print flex-none rounded-lg border border-line bg-surface p-1.5"
    >
      <ul className="grid grid-cols-2 gap-px">
        {weeks.map((one) => {
          const days = daysOfIsoWeek(one)
          return (
            <li key={one}>
              <Link
                href={to(one)}
                prefetch={false}
                aria-current={one === week ? 'page' : undefined}
                className={cx(
                  'num flex min-h-7 items-center gap-2 rounded-sm px-2 pointer-coarse:min-h-11',
                  one === week ? 'bg-accent-soft font-semibold text-accent' : 'hover:bg-hover',
                )}
              >
                <span className="capitalize">{weekText(one, current)}</span>
                <span className="text-xs font-normal text-ink-3">
                  {spanText(days[0] ?? one, days[6] ?? one)}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
      <div className="flex justify-between px-2 pt-1 pb-0.5">
        <Link href={to(earlier)} prefetch={false} className="tap text-xs font-medium text-accent">
          Earlier weeks
        </Link>
        {last !== latest && (
          <Link href={to(latest)} prefetch={false} className="tap text-xs font-medium text-accent">
            Latest weeks
          </Link>
        )}
      </div>
    </nav>
  )
}
