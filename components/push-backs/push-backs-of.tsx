'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'

import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { listPushBacks } from '#lib/contract/push-backs.ts'
import { may } from '#lib/domain/permissions.ts'
import { reading } from '#lib/http/query.ts'
import { pushBacksLink } from '#lib/kit/links.ts'

import { askToRaise } from './ask-raise.ts'
import type { Raising } from './ask-raise.ts'
import { StateMark } from './state-mark.tsx'

type Props = Raising & {
  group: string
  /** Of the work: what is closed is not pushed back on. */
  open: boolean
  className?: string
}

/** Where the work stands: what was said of it, each leading to the register, and the way to push back. */
export function PushBacksOf({ group, work, name, open, className }: Props) {
  const { data } = useQuery(reading(listPushBacks, { group, work }))
  const actor = useActor(group)
  const mayRaise = open && may(actor, 'push_back.raise')
  const items = data?.items ?? []
  if (items.length === 0 && !mayRaise) return null
  return (
    <section aria-label="Push-backs" className={cx('flex min-w-0 flex-col gap-1.5', className)}>
      <h2 className="flex items-center justify-between gap-2 text-xs font-medium text-ink-3">
        Push-backs
        {mayRaise && (
          <Button kind="quiet" size="sm" className="no-print" onClick={() => askToRaise({ work, name })}>
            Push back…
          </Button>
        )}
      </h2>
      {items.length > 0 && (
        <ul className="flex flex-col gap-1.5">
          {items.map(({ id, state, reason }) => (
            <li key={id} className="flex items-start gap-2">
              <Link
                href={pushBacksLink(group, id)}
                prefetch={false}
                className="tap line-clamp-3 min-h-6 min-w-0 flex-1 border-l-2 border-line pl-2 text-pretty text-ink-2 wrap-anywhere hover:text-ink hover:underline"
              >
                <bdi>{reason}</bdi>
              </Link>
              <StateMark state={state} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
