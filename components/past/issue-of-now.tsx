'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect } from 'react'

import { lookBack } from '#components/shell/past.ts'
import type { LeftPast } from '#components/shell/past.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { Icon } from '#components/ui/icon.tsx'
import { isIssuePage } from '#lib/kit/past.ts'

import { momentText } from './as-of.ts'

type Props = { group: string; left: LeftPast }

/** Above an issue that was opened from a page of the past: it is shown as it is now, and the day is one step away. */
export function IssueOfNow({ group, left: { at, address } }: Props) {
  const { zone, today } = useGroup(group)
  const isIssue = isIssuePage(usePathname())
  useEffect(() => {
    if (!isIssue) lookBack.set({ left: null })
  }, [isIssue])
  if (!isIssue) return null
  const moment = momentText(at, zone, today)
  return (
    <aside
      aria-label="Opened from the past"
      className="flex min-h-12 flex-none flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-5 py-1.5 max-sm:px-3 print:hidden"
    >
      <Icon name="clock" className="size-3.5 flex-none text-ink-3" />
      <p className="min-w-0 flex-1 text-pretty text-ink-2">
        You opened it from <b className="num font-medium text-ink">{moment}</b>. Issues are shown as they are
        now.
      </p>
      <Link
        href={address}
        prefetch={false}
        className="tap font-medium text-accent underline underline-offset-2"
      >
        Back to that day
      </Link>
    </aside>
  )
}
