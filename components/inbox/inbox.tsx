'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'

import { askAbout } from '#components/commands/command-target.ts'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { findKey } from '#components/shell/use-line-keys.ts'
import { Button } from '#components/ui/button.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Skeleton, Empty } from '#components/ui/state.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import type { InboxItem, InboxView } from '#lib/contract/inbox.ts'

import { asksForAnswer, InboxLine } from './inbox-line.tsx'
import { InboxViews, VIEWS } from './inbox-views.tsx'
import { useInboxActs } from './use-inbox-acts.ts'
import { useInboxItems } from './use-inbox-items.ts'

const QuietHours = lazyPopup(async () => (await import('./quiet-hours.tsx')).QuietHours)

/** Handbook › Acknowledgement of Pings: what asks for one, and what one follows, until it is dealt with. */
export function Inbox({ group }: { group: string }) {
  const asked = useSearchParams().get('view')
  const view = VIEWS.find((one) => one.view === asked)?.view ?? 'open'
  const { zone } = useGroup(group)
  const { pages, error, more } = useInboxItems(group, view)
  const { finish, back, answer, snooze, gone } = useInboxActs(group)
  const [quiet, setQuiet] = useState(false)
  const [answering, setAnswering] = useState<number | null>(null)
  const [data] = pages
  if (error && !data) throw error
  const items = pages.flatMap((page) => page.items).filter(({ event }) => !gone.has(event))
  const mark = (item: InboxItem) => {
    if (item.done) void back([item.event])
    else if (item.offer !== null && item.issue !== null) askAbout([item.issue], 'hand_over')
    else if (asksForAnswer(item)) setAnswering(item.event)
    else void finish([item.event])
  }
  const active = useKeys({ items, mark })
  return (
    <PageFrame className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="text-lg">Inbox</h1>
        <InboxViews group={group} view={view} />
        <span className="flex-1" />
        <Button kind="quiet" onPointerEnter={QuietHours.ahead} onClick={() => setQuiet(true)}>
          Quiet hours
        </Button>
        {view === 'open' && (
          <Button
            disabledReason={items.length === 0 ? 'You’re all caught up.' : null}
            onClick={() => void finish(null)}
          >
            Mark all as done
          </Button>
        )}
      </div>
      {data?.quietUntil && (
        <p className="rounded-sm bg-sunken px-3 py-2 text-ink-2">
          Quiet until {momentIn(zone, data.quietUntil)}; new items show then.
        </p>
      )}
      {!data && <Waiting />}
      {data && items.length === 0 && <Nothing view={view} />}
      {items.length > 0 && (
        <ul aria-label="Inbox" className="overflow-hidden rounded-lg border border-line bg-surface">
          {items.map((item) => (
            <InboxLine
              key={item.event}
              group={group}
              item={item}
              view={view}
              zone={zone}
              active={item.event === active}
              answering={item.event === answering}
              onMark={() => mark(item)}
              onAsk={(now) => setAnswering(now ? item.event : null)}
              onAnswer={async (given) => {
                const arrived = await answer(item, given)
                if (arrived) setAnswering(null)
                return arrived
              }}
              onSnooze={(until) => void snooze([item.event], until)}
            />
          ))}
        </ul>
      )}
      {more && (
        <Button className="self-center" onClick={more}>
          Show earlier
        </Button>
      )}
      {quiet && <QuietHours onClose={() => setQuiet(false)} />}
    </PageFrame>
  )
}

type KeysProps = {
  items: readonly InboxItem[]
  /** Done, or back where it was done; what asks for an answer is answered first. */
  mark: (item: InboxItem) => void
}

/** One item is the active one: arrows make another it, the focus makes it its own. */
function useKeys({ items, mark }: KeysProps): number | null {
  const router = useRouter()
  const [active, setActive] = useState<number | null>(null)
  const [place, setPlace] = useState(0)
  const at = items.findIndex(({ event }) => event === active)
  const focus = (next: number) => {
    const to = Math.max(0, Math.min(next, items.length - 1))
    const item = items[to]
    if (!item) return
    setActive(item.event)
    setPlace(to)
    document.querySelector<HTMLElement>(`[data-inbox="${item.event}"] a`)?.focus()
  }
  const withActive = (act: (item: InboxItem) => void) => () => {
    const item = items[at] ?? items[place] ?? items.at(-1)
    if (item) act(item)
  }
  useHotkeys('Inbox', [
    { keys: ['j', 'ArrowDown'], what: 'Next item', act: () => focus(at < 0 ? place : at + 1) },
    { keys: ['k', 'ArrowUp'], what: 'Previous item', act: () => focus(at < 0 ? place : at - 1) },
    {
      keys: ['Enter'],
      what: 'Open',
      act: withActive(({ link }) => router.push(link)),
    },
    { keys: ['e'], what: 'Mark as done, or answer', act: withActive(mark) },
    findKey(),
  ])
  return active
}

function Nothing({ view }: { view: InboxView }) {
  if (view === 'snoozed') return <Empty title="Nothing snoozed" />
  if (view === 'done') return <Empty title="Nothing done yet" />
  return (
    <Empty title="You’re all caught up">
      <p>Mentions, requests, reminders and updates on issues you watch show here.</p>
    </Empty>
  )
}

function Waiting() {
  return (
    <div aria-busy="true" className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4">
      {['w-3/4', 'w-1/2', 'w-2/3', 'w-3/5'].map((width) => (
        <Skeleton key={width} className={`h-4 ${width}`} />
      ))}
    </div>
  )
}
