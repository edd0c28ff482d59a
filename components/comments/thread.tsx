'use client'

import { useQuery } from '@tanstack/react-query'

import { earlierHistory, historyRead } from '#components/texts/history-read.ts'
import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { ShowEarlier } from '#components/shell/show-earlier.tsx'
import { useEarlier } from '#components/shell/use-earlier.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { Skeleton } from '#components/ui/state.tsx'
import type { Issue } from '#lib/contract/issues.ts'
import type { Actor } from '#lib/domain/permissions.ts'

import { CommentBox } from './comment-box.tsx'
import { CommentItem } from './comment-item.tsx'
import { EventLine } from './event-line.tsx'
import { usePointed } from './use-pointed.ts'

type Props = { group: string; issue: Issue; lookups: Lookups; actor: Actor & { handle: string } }

/** What was said and what happened, in the order of time, and at its end the place to say more. */
export function Thread({ group, issue, lookups, actor }: Props) {
  const { zone } = useGroup(group)
  const { data, error } = useQuery(historyRead(group, issue.ref))
  const history = useEarlier(data, (cursor) => earlierHistory(group, issue.ref, cursor))
  const pointed = usePointed()
  const message = history.items.filter(({ type }) => !SHOWN_AS_COMMENTS.has(type))
  const entries = [
    ...message.map((event) => ({
      at: event.at,
      turn: event.number,
      key: `event ${event.number}`,
      event,
      comment: null,
    })),
    ...issue.comments.map((comment) => ({
      at: comment.at,
      turn: 0,
      key: `comment ${comment.id}`,
      event: null,
      comment,
    })),
  ].toSorted((a, b) => (a.at === b.at ? a.turn - b.turn : a.at < b.at ? -1 : 1))
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-4">
      <h2 className="text-base">Activity</h2>
      {error && <p className="text-ink-2">Could not load the activity. Try again in a moment.</p>}
      {!data && !error && <Skeleton className="h-4 w-3/4" />}
      <ShowEarlier {...history} />
      <ol className="flex flex-col gap-2.5">
        {entries.map(({ key, event, comment }) => (
          <li
            key={key}
            id={comment ? `comment-${comment.id}` : undefined}
            aria-current={comment && pointed === `comment-${comment.id}` ? 'true' : undefined}
            className="scroll-mt-16"
          >
            {event && <EventLine group={group} event={event} zone={zone} />}
            {comment && (
              <CommentItem
                group={group}
                issue={issue}
                comment={comment}
                nameOf={(handle) => nameOf(handle, lookups)}
                actor={actor}
                zone={zone}
                isPointed={pointed === `comment-${comment.id}`}
              />
            )}
          </li>
        ))}
      </ol>
      <CommentBox group={group} issue={issue} actor={actor} />
    </section>
  )
}

/** Told by the comments themselves. */
const SHOWN_AS_COMMENTS: ReadonlySet<string> = new Set([
  'issue.commented',
  'issue.comment_reacted',
  'issue.mention_acknowledged',
  'issue.mention_reminded',
])
