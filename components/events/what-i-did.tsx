'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'

import { useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Skeleton, Empty } from '#components/ui/state.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { listMyEvents } from '#lib/contract/events.ts'
import type { MyAct } from '#lib/contract/events.ts'
import { reading } from '#lib/http/query.ts'
import { activityLink, issueLink } from '#lib/kit/links.ts'

import { undoAct } from '#components/changes/undo.ts'

import { CursorPages } from './cursor-pages.tsx'
import type { CursorPageProps } from './cursor-pages.tsx'

/** What one did in the last day, act by act, each with its undo, or with the reason why there is none. */
export function WhatIDid({ group }: { group: string }) {
  return (
    <PageFrame className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline gap-3">
        <h1 className="text-lg">My changes</h1>
        <span className="text-ink-3">in the last day</span>
        <span className="flex-1" />
        <Link
          href={activityLink(group)}
          prefetch={false}
          className="tap font-medium text-ink-2 underline underline-offset-2 hover:text-ink"
        >
          Everyone’s activity
        </Link>
      </div>
      <CursorPages group={group} of={Page} />
    </PageFrame>
  )
}

function Page({ group, cursor, onMore }: CursorPageProps) {
  const { zone } = useGroup(group)
  const { data, error } = useQuery(
    reading(listMyEvents, cursor === undefined ? { group } : { group, cursor }),
  )
  if (error) throw error
  if (!data) return <Skeleton className="h-4 w-2/3" />
  const { items, next } = data
  if (items.length === 0 && cursor === undefined) {
    return (
      <Empty title="Nothing in the last day">
        <p>Your changes show here for a day. You can undo them.</p>
      </Empty>
    )
  }
  return (
    <>
      <ol
        aria-label={cursor === undefined ? 'My changes' : 'Earlier changes'}
        className="overflow-hidden rounded-lg border border-line bg-surface"
      >
        {items.map((act) => (
          <Line key={act.number} group={group} act={act} zone={zone} />
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

function Line({ group, act, zone }: { group: string; act: MyAct; zone: string }) {
  const { number, issue, issueTitle, sentence, at, whyNotUndo } = act
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const undo = async () => {
    setBusy(true)
    await undoAct(client, group, number)
    setBusy(false)
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
        {act.parts > 1 && <Also act={act} />}
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
          disabledReason={busy ? 'Undoing…' : null}
          onClick={() => void undo()}
        >
          <Icon name="undo" className="size-3.5" /> {act.issues > 1 ? `Undo all ${act.issues}` : 'Undo'}
        </Button>
      )}
    </li>
  )
}

/** What else the act did, which is taken back with it. */
function Also({ act: { also, parts, issues } }: { act: MyAct }) {
  const unlisted = parts - 1 - also.length
  return (
    <details className="text-xs text-ink-2">
      <summary className="num w-fit cursor-pointer rounded-sm py-0.5 hover:text-ink">
        {issues > 1 ? `On ${issues} issues in all` : `And ${parts - 1} more in the same change`}
      </summary>
      <ul className="flex flex-col gap-0.5 border-l-2 border-line py-1 pl-2.5">
        {[...new Set(also)].map((line) => (
          <li key={line} className="text-pretty wrap-anywhere">
            {line}
          </li>
        ))}
        {unlisted > 0 && <li className="num">And {unlisted} more.</li>}
      </ul>
    </details>
  )
}
