'use client'

import type { MouseEvent } from 'react'

import { useGroup } from '#components/shell/use-group.ts'
import { cx } from '#components/ui/cx.ts'
import { dayIn, dayMonthYear } from '#components/ui/days/days.ts'
import type { PushBackFacts } from '#lib/contract/push-backs.ts'
import { isolated } from '#lib/kit/visible.ts'

import { PushBackDetail } from './push-back-detail.tsx'
import { signOf } from './push-back-text.ts'
import { StateMark } from './state-mark.tsx'

type Props = {
  group: string
  pushBack: PushBackFacts
  isOpen: boolean
  /** The address with this one open, or closed again. */
  href: string
  onToggle: () => void
}

/** The reason first: it is what one looks for when the same request returns. */
export function PushBackLine({ group, pushBack, isOpen, href, onToggle }: Props) {
  const { zone } = useGroup(group)
  const { subject, reason, state, by, at } = pushBack
  const toggle = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onToggle()
  }
  const sign = signOf(subject)
  return (
    <li
      data-push-back={pushBack.id}
      className={cx(
        'border-b border-line px-3.5 py-2.5 last:border-b-0',
        isOpen ? 'bg-surface' : 'hover:bg-hover',
      )}
    >
      <div className="flex items-start gap-x-3 gap-y-1.5 max-sm:flex-wrap">
        <div className="min-w-0 flex-1 max-sm:basis-full">
          <p className="text-pretty wrap-anywhere">
            <a
              href={href}
              aria-expanded={isOpen}
              onClick={toggle}
              className={cx('tap block min-h-6 font-medium', !isOpen && 'line-clamp-2')}
            >
              <bdi>{reason}</bdi>
            </a>
          </p>
          <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-ink-2">
            <span className="min-w-0 wrap-anywhere">
              {sign ? <span className="num text-ink-3">{sign} </span> : 'Plan of '}
              <bdi>{subject.title}</bdi>
            </span>
            <span className="num text-ink-3">
              {by && <>{isolated(by.name)}, </>}
              {dayMonthYear(dayIn(zone, at))}
            </span>
          </p>
        </div>
        <StateMark state={state} />
      </div>
      {isOpen && <PushBackDetail group={group} pushBack={pushBack} />}
    </li>
  )
}
