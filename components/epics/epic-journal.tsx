'use client'

import Link from 'next/link'

import { ShowEarlier } from '#components/shell/show-earlier.tsx'
import { useEarlier } from '#components/shell/use-earlier.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import { readJournal } from '#lib/contract/epics.ts'
import type { Epic } from '#lib/contract/epics.ts'
import { call } from '#lib/http/call.ts'
import { issueLink } from '#lib/kit/links.ts'

type Props = { group: string; epic: number; newest: Epic['journal']; zone: string }

/** Who added or removed what, when. */
export function EpicJournal({ group, epic, newest, zone }: Props) {
  const journal = useEarlier(newest, (cursor) => call(readJournal, { group, epic, cursor }))
  return (
    <section className="flex flex-col gap-2.5">
      <h2 className="text-sm">Scope history</h2>
      <ol aria-label="Scope history" className="flex flex-col gap-2">
        {journal.items.map(({ number, type, actor, actorName, sentence, at, issue, issueTitle }) => (
          <li key={number} className="flex gap-2">
            <Avatar face={{ handle: actor ?? 'clock', name: actorName }} size="sm" silent />
            <p className="min-w-0 text-pretty wrap-anywhere">
              {sentence}{' '}
              {issue !== null && type === 'issue.epic_set' && (
                <Link
                  dir="auto"
                  href={issueLink(group, issue)}
                  prefetch={false}
                  className="text-accent underline"
                >
                  {issueTitle}
                </Link>
              )}{' '}
              <time dateTime={at} className="num text-xs whitespace-nowrap text-ink-3">
                {momentIn(zone, at)}
              </time>
            </p>
          </li>
        ))}
      </ol>
      <ShowEarlier {...journal} />
    </section>
  )
}
