'use client'

import { useQuery } from '@tanstack/react-query'

import { ShowEarlier } from '#components/shell/show-earlier.tsx'
import { useEarlier } from '#components/shell/use-earlier.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import { Skeleton } from '#components/ui/state.tsx'

import { earlierHistory, historyRead } from '#components/texts/history-read.ts'

/** What happened to one issue, as sentences, the newest first. */
export function IssueHistory({ group, issue }: { group: string; issue: number }) {
  const { zone } = useGroup(group)
  const { data, error } = useQuery(historyRead(group, issue))
  const history = useEarlier(data, (cursor) => earlierHistory(group, issue, cursor))
  if (error) return <p className="text-ink-2">Could not load the history. Try again in a moment.</p>
  if (!data) return <Skeleton className="h-4 w-3/4" />
  return (
    <ol className="flex flex-col gap-2">
      {history.items.map(({ number, actor, actorName, sentence, at }) => (
        <li key={number} className="flex gap-2">
          <Avatar face={{ handle: actor ?? 'clock', name: actorName }} size="sm" silent />
          <p className="min-w-0 text-pretty wrap-anywhere">
            {sentence}{' '}
            <time dateTime={at} className="num text-xs whitespace-nowrap text-ink-3">
              {momentIn(zone, at)}
            </time>
          </p>
        </li>
      ))}
      {history.showEarlier && (
        <li>
          <ShowEarlier {...history} />
        </li>
      )}
    </ol>
  )
}
