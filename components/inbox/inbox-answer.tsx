'use client'

import { useEffect, useRef, useState } from 'react'
import type { FormEvent, KeyboardEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { OfferUpdates } from '#components/updates/paste/offer-updates.tsx'
import type { InboxItem } from '#lib/contract/inbox.ts'
import { REACTIONS } from '#lib/domain/comments.ts'

import type { Answer } from './send-answer.ts'

type Props = {
  group: string
  item: Pick<InboxItem, 'comment'> & { issue: number }
  onAnswer: (answer: Answer) => Promise<boolean>
  onClose: () => void
}

/** Handbook › Acknowledgement of Pings: "with either a threaded comment or an emoji", from where one reads it. */
export function InboxAnswer({ group, item: { issue, comment }, onAnswer, onClose }: Props) {
  const [body, setBody] = useState('')
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const answer = async (given: Answer) => {
    setBusy(true)
    if (!(await onAnswer(given))) setBusy(false)
  }
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (body.trim() !== '' && !busy) void answer({ body: body.trim() })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
    if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
    }
  }
  const reason = busy ? 'Sending…' : null
  return (
    <form onSubmit={submit} className="relative z-[1] flex flex-col gap-2 pt-2">
      {comment !== null && (
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">Answer with an emoji</legend>
          {REACTIONS.map(({ emoji, name }) => (
            <Button
              key={emoji}
              kind="quiet"
              size="icon"
              aria-label={name}
              tip={name}
              disabledReason={reason}
              onClick={() => void answer({ emoji, comment })}
            >
              <span aria-hidden="true">{emoji}</span>
            </Button>
          ))}
        </fieldset>
      )}
      <textarea
        dir="auto"
        ref={field}
        rows={2}
        value={body}
        maxLength={100_000}
        aria-label={`Reply on #${issue}`}
        placeholder="Reply"
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={onKeyDown}
        className="w-full resize-y rounded-sm border border-control bg-surface px-2.5 py-1.5 text-ink shadow-card placeholder:text-ink-3"
      />
      <OfferUpdates
        group={group}
        text={body}
        issue={{ ref: issue, title: null }}
        onPosted={() => setBody('')}
      />
      <div className="flex justify-end gap-2">
        <Button size="sm" kind="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button
          size="sm"
          kind="primary"
          type="submit"
          disabledReason={reason ?? (body.trim() === '' ? 'Write a reply first.' : null)}
        >
          Reply
        </Button>
      </div>
    </form>
  )
}
