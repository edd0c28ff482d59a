'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'

import { useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import { Skeleton, Empty } from '#components/ui/state.tsx'
import { listEvents } from '#lib/contract/events.ts'
import { reading } from '#lib/http/query.ts'
import { issueLink } from '#lib/kit/links.ts'

import type { AuditInput } from './audit-input.ts'

type Props = { input: AuditInput & { cursor?: string }; onMore: ((cursor: string) => void) | null }

/** A hundred entries of the record, the newest first. */
export function AuditPage({ input, onMore }: Props) {
  const { group } = input
  const { zone } = useGroup(group)
  const { data, error } = useQuery(reading(listEvents, input))
  if (error && !data) throw error
  if (!data) return <Skeleton className="h-40" />
  const { items, next } = data
  if (items.length === 0) {
    return (
      <Empty title="No events match">
        <p>Choose another person, topic or day.</p>
      </Empty>
    )
  }
  return (
    <>
      <ol aria-label="Events" className="rounded-lg border border-line bg-surface">
        {items.map(({ number, at, sentence, issue }) => (
          <li
            key={number}
            className="flex gap-3 border-b border-line px-4 py-2 last:border-b-0 max-sm:flex-wrap max-sm:gap-y-0"
          >
            <span className="num w-14 flex-none text-ink-3">
              <span className="sr-only">Event </span>
              {number.toLocaleString('en')}
            </span>
            <p className="min-w-0 flex-1 text-pretty wrap-anywhere">
              {sentence}{' '}
              {issue !== null && (
                <Link
                  href={issueLink(group, issue)}
                  prefetch={false}
                  className="text-ink-2 underline underline-offset-2 hover:text-ink"
                >
                  Open #{issue}
                </Link>
              )}
            </p>
            <time dateTime={at} className="num flex-none text-xs text-ink-3 max-sm:w-full max-sm:pl-[68px]">
              {momentIn(zone, at)}
            </time>
          </li>
        ))}
      </ol>
      {next !== null && onMore && (
        <Button className="self-center" onClick={() => onMore(next)}>
          Show earlier
        </Button>
      )}
    </>
  )
}
