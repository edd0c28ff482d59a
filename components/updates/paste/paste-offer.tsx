'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { readUpdates } from '#lib/contract/updates.ts'
import { confidenceWords } from '#lib/domain/confidence.ts'
import { reading } from '#lib/http/query.ts'
import { statusLink } from '#lib/kit/links.ts'
import { isoWeek } from '#lib/kit/plain-date.ts'

import { ConfidenceMark } from '#components/confidence/confidence-mark.tsx'
import { sendUpdates } from '../post-updates.ts'
import { offeredIn } from './offered.ts'
import type { Offered, WrittenOn } from './offered.ts'

type Props = {
  group: string
  text: string
  /** Null where that is no work of its own, such as a planning issue. */
  issue: WrittenOn
  /** All of it is posted. */
  onPosted: () => void
}

/** A comment that is written as the handbook writes updates can be posted as such, instead of or beside the comment. */
export function PasteOffer({ group, text, issue, onPosted }: Props) {
  const { today } = useGroup(group)
  const week = isoWeek(today)
  const client = useQueryClient()
  const change = useChange()
  const [isPosting, setPosting] = useState(false)
  const { data } = useQuery(reading(readUpdates, { group, week }))
  const offered = data ? offeredIn(text, { mine: data.mine, issue }) : []
  const updates = offered.flatMap(sentOf)
  if (offered.length === 0) return null
  const post = async () => {
    setPosting(true)
    const answer = await sendUpdates({ client, change }, { group, week, updates })
    setPosting(false)
    if (answer?.posted.length === offered.length) onPosted()
  }
  return (
    <section
      aria-label="Status updates in this comment"
      className="flex flex-col gap-1.5 rounded-sm border border-line bg-sunken px-2.5 py-2"
    >
      <p className="font-medium">
        {offered.length === 1
          ? 'This reads like a status update.'
          : `This reads like ${offered.length} status updates.`}
      </p>
      <ul className="flex flex-col gap-0.5 text-ink-2">
        {offered.map(({ name, confidence, because }, at) => (
          <li key={`${at} ${name}`} className="flex flex-wrap items-center gap-x-2">
            <bdi>{name === '' ? 'Without a title' : name}</bdi>
            {because === null && confidence !== null ? (
              <span className="inline-flex items-center gap-1 text-xs">
                <ConfidenceMark confidence={confidence} />
                {confidenceWords(confidence)}
              </span>
            ) : (
              <span className="text-xs text-warn">{because}</span>
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="sm"
          disabledReason={
            isPosting ? 'Posting…' : updates.length === 0 ? 'Nothing of it can be posted as it is.' : null
          }
          onClick={() => void post()}
        >
          {updates.length === 1 ? 'Post as an update' : `Post as ${updates.length} updates`}
        </Button>
        <Link
          href={statusLink(group)}
          prefetch={false}
          className="tap text-xs font-medium text-accent underline underline-offset-2"
        >
          Status
        </Link>
      </div>
    </section>
  )
}

function sentOf({ subject, progress, blockers, next, confidence, because }: Offered) {
  if (because !== null || subject === null || confidence === null) return []
  return [{ subject, progress, blockers, next, confidence }]
}
