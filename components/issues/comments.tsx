'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { momentIn } from '#components/ui/days.ts'
import { TextArea } from '#components/ui/field.tsx'
import { Markdown } from '#components/ui/markdown.tsx'
import type { Issue } from '#lib/contract/issues.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { issueLink } from '#lib/kit/links.ts'

import type { IssueActs } from './issue-acts.ts'
import { nameOf } from './lookups.ts'
import type { Lookups } from './lookups.ts'

type Props = { group: string; issue: Issue; lookups: Lookups; actor: Actor; acts: IssueActs; zone: string }

/** What people said about it, and the place to say more. What one wrote stays until it is sent. */
export function Comments({ group, issue, lookups, actor, acts, zone }: Props) {
  const [body, setBody] = useState('')
  const [busy, setBusy] = useState(false)
  const reason =
    whyNotAllowed(actor, 'comment')?.because ??
    (busy ? 'It is being sent.' : body.trim() === '' ? 'Write something first.' : null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    setBusy(true)
    if (await acts.comment(issue, body)) setBody('')
    setBusy(false)
  }
  return (
    <section className="flex flex-col gap-4 border-t border-line pt-4">
      <h2 className="text-base">Comments</h2>
      {issue.comments.length > 0 && (
        <ol className="flex flex-col gap-4">
          {issue.comments.map(({ id, author, body: words, at }) => (
            <li key={id} className="flex gap-2.5">
              <Avatar face={{ handle: author, name: nameOf(author, lookups) }} silent />
              <div className="min-w-0 flex-1">
                <p className="pb-1">
                  <b className="font-semibold">{nameOf(author, lookups)}</b>{' '}
                  <time dateTime={at} className="num text-xs text-ink-3">
                    {momentIn(zone, at)}
                  </time>
                </p>
                <Markdown text={words} issueHref={(ref) => issueLink(group, ref)} />
              </div>
            </li>
          ))}
        </ol>
      )}
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-2">
        <TextArea
          label="Add a comment"
          rows={3}
          maxLength={100_000}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
        <Button kind="primary" type="submit" disabledReason={reason} className="self-end">
          Comment
        </Button>
      </form>
    </section>
  )
}
