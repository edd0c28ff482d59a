'use client'

import Link from 'next/link'

import type { Answer } from '#components/inbox/send-answer.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import type { Ping } from '#lib/contract/pings.ts'
import { issueLink } from '#lib/kit/links.ts'

const InboxAnswer = lazyPopup(async () => (await import('#components/inbox/inbox-answer.tsx')).InboxAnswer)

type Props = { group: string; ping: Ping; zone: string } & (
  | {
      side: 'forMe'
      answering: boolean
      onAsk: (answering: boolean) => void
      onAnswer: (answer: Answer) => Promise<boolean>
    }
  | { side: 'fromMe' }
)

/** Who mentioned whom, where, in which words and since when. */
export function PingLine(props: Props) {
  const { group, ping, zone, side } = props
  const { id, ref, title, open, person, personName, by, byName, at, words } = ping
  const other =
    side === 'forMe'
      ? { handle: by ?? 'clock', name: byName ?? 'Saydo' }
      : { handle: person, name: personName }
  return (
    <li
      data-ping={id}
      className="relative flex gap-3 border-b border-line px-3.5 py-2.5 last:border-b-0 hover:bg-hover max-sm:flex-wrap"
    >
      <Avatar face={other} silent />
      <div className="min-w-0 flex-1 max-sm:basis-[calc(100%-2.75rem)]">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link
            href={issueLink(group, ref)}
            prefetch={false}
            className="min-w-0 font-medium text-pretty after:absolute after:inset-0 focus-visible:outline-offset-[-2px]"
          >
            <bdi>{title}</bdi> <span className="num font-normal text-ink-3">#{ref}</span>
          </Link>
          {!open && <span className="text-2xs text-ink-3">closed</span>}
        </p>
        <p className="flex flex-wrap items-baseline gap-x-2 text-ink-2">
          {side === 'forMe' ? (
            <span className="wrap-anywhere">
              <bdi>{other.name}</bdi> mentioned you
            </span>
          ) : (
            <span className="wrap-anywhere">
              You mentioned <bdi>{other.name}</bdi>
            </span>
          )}
          <time dateTime={at} className="num text-xs whitespace-nowrap text-ink-3">
            {momentIn(zone, at)}
          </time>
        </p>
        {words && (
          <p dir="auto" className="line-clamp-3 border-l-2 border-line pl-2 text-ink-2 wrap-anywhere">
            {words}
          </p>
        )}
        {side === 'forMe' && props.answering && (
          <InboxAnswer
            group={group}
            item={{ issue: ref, comment: ping.comment }}
            onAnswer={props.onAnswer}
            onClose={() => props.onAsk(false)}
          />
        )}
      </div>
      {side === 'forMe' && !props.answering && (
        <Button
          size="sm"
          className="no-print relative z-[1] self-start max-sm:ml-[34px]"
          aria-label={`Answer on #${ref}`}
          onPointerEnter={InboxAnswer.ahead}
          onClick={() => props.onAsk(true)}
        >
          Answer
        </Button>
      )}
    </li>
  )
}
