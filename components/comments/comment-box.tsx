'use client'

import { useEffect } from 'react'
import type { FormEvent } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import { EditMessage } from '#components/texts/edit-footer.tsx'
import { quickWays } from '#components/commands/quick-ways.ts'
import type { Acting } from '#components/commands/quick-ways.ts'
import { openFact } from '#components/ui/fact.tsx'
import { MarkdownField } from '#components/texts/markdown-field.tsx'
import { useSender } from '#components/changes/use-sender.ts'
import { useDraft } from '#components/shell/drafts.ts'
import { newKey } from '#components/shell/new-key.ts'
import { Button } from '#components/ui/button.tsx'
import { ModKbd } from '#components/ui/keys/kbd.tsx'
import { OfferUpdates } from '#components/updates/paste/offer-updates.tsx'
import { commentOnIssue } from '#lib/contract/issues.ts'
import type { Issue } from '#lib/contract/issues.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'

type Props = { group: string; issue: Acting & Pick<Issue, 'kind' | 'title'>; actor: Actor }

/** The place to say more. What one wrote stays until it is sent, also over a reload and without a connection. */
export function CommentBox({ group, issue, actor }: Props) {
  const { ref } = issue
  const change = useChange()
  const { draft, wasFound, keep, drop, latest } = useDraft(group, `issue-${ref}-comment`)
  const { status, errorText, refusal, send, stop } = useSender()
  const body = draft?.text ?? ''
  useEffect(() => {
    if (location.hash === '#comment') openFact('Comment')
  }, [])
  const reason =
    whyNotAllowed(actor, 'comment')?.because ??
    (status === 'sending' ? 'Sending…' : body.trim() === '' ? 'Write a comment first.' : null)
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (!reason) sendText(body, draft?.key ?? newKey())
  }
  const sendText = (body: string, key: string) =>
    void send(async () => {
      keep({ text: body, version: null, key })
      await change({
        endpoint: commentOnIssue,
        input: { group, ref, body },
        key,
        throws: true,
        message: ({ comment, reports }) =>
          [comment === null ? '' : `Commented on #${ref}.`, ...reports].filter(Boolean).join(' '),
        apply() {
          const typed = latest()?.text ?? body
          const more = typed.startsWith(body) ? typed.slice(body.length) : typed
          if (more.trim() === '') drop()
          else keep({ text: more, version: null, key: null })
        },
      })
    })
  const discard = () => {
    stop()
    drop()
  }
  return (
    <form data-fact="Comment" onSubmit={submit} className="flex flex-col gap-2 pt-1 no-print">
      <MarkdownField
        group={group}
        label="Add a comment"
        quickActions
        rows={3}
        maxLength={100_000}
        value={body}
        onChange={(text) => {
          if (status === 'waiting') stop()
          if (text === '') drop()
          else keep({ text, version: null, key: null })
        }}
        onSubmit={submit}
      />
      <OfferUpdates
        group={group}
        text={body}
        issue={issue.kind === 'issue' ? issue : null}
        onPosted={discard}
      />
      <EditMessage
        edit={{ errorText, wasFound, leave: discard }}
        ways={quickWays(issue, body, refusal, (text) => sendText(text, newKey()))}
      />
      <div className="flex justify-end gap-2">
        {status === 'waiting' && (
          <Button kind="quiet" onClick={stop}>
            Discard
          </Button>
        )}
        <Button kind="primary" type="submit" disabledReason={reason}>
          {status === 'waiting' ? 'Send again' : 'Comment'} <ModKbd>↵</ModKbd>
        </Button>
      </div>
    </form>
  )
}
