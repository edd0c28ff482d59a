import Link from 'next/link'

import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { nextIsoWeek, previousIsoWeek } from '#lib/kit/iso-week.ts'
import { statusLink } from '#lib/kit/links.ts'

import { statusQuery } from '../status-place.ts'
import type { StatusPlace } from '../status-place.ts'
import { weekText } from '../update-text.ts'

/** The week before and the week after the one that is shown. */
export const WeekPicker = ({ group, place }: { group: string; place: StatusPlace }) => {
  const { week, current } = place
  const to = (next: string) => statusLink(group, statusQuery({ ...place, week: next }))
  return (
    <nav
      aria-label="Week"
      className="no-print flex items-center rounded-sm border border-line bg-sunken p-0.5"
    >
      <Arrow href={to(previousIsoWeek(week))} label="Previous week" isBack />
      <span aria-live="polite" className="num min-w-20 px-2 text-center font-medium">
        {week === current ? 'This week' : weekText(week, current)}
      </span>
      <Arrow href={week < current ? to(nextIsoWeek(week)) : null} label="Next week" />
    </nav>
  )
}

type ArrowProps = { href: string | null; label: string; isBack?: boolean }

const BOX = 'tap grid size-7 place-items-center rounded-xs'

function Arrow({ href, label, isBack = false }: ArrowProps) {
  const icon = <Icon name="right" className={cx('size-3.5', isBack && 'rotate-180')} />
  if (href === null) return <span className={cx(BOX, 'text-ink-3 opacity-60')}>{icon}</span>
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={label}
      data-tip={label}
      className={cx(BOX, 'hover:bg-hover')}
    >
      {icon}
    </Link>
  )
}
