'use client'

import { useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'

import { send, wordsOf } from '#components/issues/deeds.ts'
import { absorbCard } from '#components/shell/absorb.ts'
import { toast } from '#components/shell/toasts.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { momentIn } from '#components/ui/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Empty } from '#components/ui/state.tsx'
import { listMyEvents, undoEvent } from '#lib/contract/events.ts'
import type { MyEvent } from '#lib/contract/events.ts'
import { activityLink, issueLink } from '#lib/kit/links.ts'

/** What one did in the last day, each with the way back, or with the reason why there is none. */
export function WhatIDid({ group }: { group: string }) {
  const { items } = usePrefetched(listMyEvents, { group })
  const { zone } = useGroup(group)
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-3 px-7 py-5 max-sm:px-4">
      <div className="flex flex-wrap items-baseline gap-3">
        <h1 className="text-lg tracking-[-0.012em] [font-weight:620]">What I did</h1>
        <span className="text-ink-3">in the last day</span>
        <span className="flex-1" />
        <Link
          href={activityLink(group)}
          prefetch={false}
          className="font-medium text-ink-2 underline underline-offset-2 hover:text-ink"
        >
          Everybody’s activity
        </Link>
      </div>
      {items.length === 0 ? (
        <Empty title="Nothing in the last day">
          <p>What you change shows here for a day, with a way back.</p>
        </Empty>
      ) : (
        <ol aria-label="What I did" className="overflow-hidden rounded-lg border border-line bg-surface">
          {items.map((event) => (
            <Line key={event.number} group={group} event={event} zone={zone} />
          ))}
        </ol>
      )}
    </div>
  )
}

function Line({ group, event, zone }: { group: string; event: MyEvent; zone: string }) {
  const { number, issue, issueTitle, sentence, at, whyNotUndo } = event
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const undo = async () => {
    setBusy(true)
    try {
      const { card, event: undone } = await send(undoEvent, { group, event: number })
      absorbCard(client, group, card, undone)
      toast({ text: `Undone: #${card.ref} is as it was.` })
    } catch (error) {
      toast({ text: wordsOf(error), tone: 'refused' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <li className="flex gap-3 border-b border-line px-3.5 py-2.5 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="text-pretty wrap-anywhere">{sentence}</p>
        {issue !== null && (
          <Link
            href={issueLink(group, issue)}
            prefetch={false}
            className="block truncate text-xs text-ink-2 hover:text-ink hover:underline"
          >
            <span className="num">#{issue}</span> {issueTitle}
          </Link>
        )}
        <p className="text-xs text-ink-3">
          <time dateTime={at} className="num">
            {momentIn(zone, at)}
          </time>
          {whyNotUndo && <span> · {whyNotUndo}</span>}
        </p>
      </div>
      {whyNotUndo === null && (
        <Button
          size="sm"
          className="self-center"
          aria-label={`Undo: ${sentence}`}
          disabledReason={busy ? 'It is being taken back.' : null}
          onClick={() => void undo()}
        >
          <Icon name="undo" className="size-3.5" /> Undo
        </Button>
      )}
    </li>
  )
}
