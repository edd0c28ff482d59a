'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'

import { useGroup } from '#components/shell/use-group.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { clockIn, dayIn, dayMonthYear } from '#components/ui/days/days.ts'
import { Skeleton, Empty } from '#components/ui/state.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import type { EventEntry } from '#lib/contract/events.ts'
import { issueLink, undoLink } from '#lib/kit/links.ts'

import { activityRead } from './activity-read.ts'
import { CursorPages } from './cursor-pages.tsx'
import type { CursorPageProps } from './cursor-pages.tsx'

/** Everything that happened in the group, as sentences with who and when. */
export function Activity({ group }: { group: string }) {
  return (
    <PageFrame className="flex flex-col gap-1">
      <div className="flex items-baseline gap-3 pb-1">
        <h1 className="flex-1 text-lg">Activity</h1>
        <Link
          href={undoLink(group)}
          prefetch={false}
          className="tap font-medium text-ink-2 underline underline-offset-2 hover:text-ink"
        >
          My changes
        </Link>
      </div>
      <CursorPages group={group} of={Page} />
    </PageFrame>
  )
}

function Page({ group, cursor, onMore }: CursorPageProps) {
  const { zone } = useGroup(group)
  const { data, error } = useQuery(activityRead(group, cursor))
  if (error && !data) throw error
  if (!data) return <Skeleton className="h-4 w-2/3" />
  const { items, next } = data
  if (items.length === 0 && cursor === undefined) {
    return (
      <Empty title="No activity yet">
        <p>Changes show here, with the person and the time.</p>
      </Empty>
    )
  }
  return (
    <>
      {[...Map.groupBy(items, ({ at }) => dayIn(zone, at))].map(([day, events]) => (
        <section key={day}>
          <h2 className="num sticky top-0 z-[1] bg-bg py-2 text-xs font-medium text-ink-3">
            {dayMonthYear(day)}
          </h2>
          <ol className="overflow-hidden rounded-lg border border-line bg-surface">
            {events.map((event) => (
              <Line key={event.number} group={group} event={event} zone={zone} />
            ))}
          </ol>
        </section>
      ))}
      {next !== null && onMore && (
        <Button className="mt-3 self-center" onClick={() => onMore(next)}>
          Show earlier
        </Button>
      )}
    </>
  )
}

function Line({ group, event, zone }: { group: string; event: EventEntry; zone: string }) {
  const { actor, actorName, issue, issueTitle, sentence, at } = event
  return (
    <li
      className={cx(
        'relative flex gap-2.5 border-b border-line px-3.5 py-2 last:border-b-0',
        issue !== null && 'focus-within:bg-hover hover:bg-hover',
      )}
    >
      <Avatar face={{ handle: actor ?? 'clock', name: actorName }} size="sm" silent />
      <div className="min-w-0 flex-1">
        <p className="text-pretty wrap-anywhere">{sentence}</p>
        {issue !== null && (
          <Link
            href={issueLink(group, issue)}
            prefetch={false}
            className="block text-xs text-pretty wrap-anywhere text-ink-2 after:absolute after:inset-0 hover:text-ink focus-visible:outline-offset-[-2px]"
          >
            <span className="num">#{issue}</span> <bdi>{issueTitle}</bdi>
          </Link>
        )}
      </div>
      <time dateTime={at} className="num flex-none text-xs text-ink-3">
        {clockIn(zone, at)}
      </time>
    </li>
  )
}
