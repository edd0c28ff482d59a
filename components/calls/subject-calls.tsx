'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { useStore } from '#components/ui/store.ts'
import { listCalls } from '#lib/contract/calls.ts'
import { may } from '#lib/domain/permissions.ts'
import { reading } from '#lib/http/query.ts'

import { CallLine } from './call-line.tsx'
import { leaveNoting, NOTE_CALL, noteCallOn, noting } from './note-call.ts'

const CallDialog = lazyPopup(async () => (await import('./call-dialog.tsx')).CallDialog)

type Props = {
  group: string
  /** `issue-12` or `epic-3`. */
  subject: string
  className?: string
}

/** The calls about an issue or an epic, on its page. */
export function SubjectCalls({ group, subject, className }: Props) {
  const actor = useActor(group)
  const { data } = useQuery(reading(listCalls, { group, subject }))
  const calls = data?.items ?? []
  const mayNote = may(actor, 'call.note')
  const isNoting = useStore(noting, (state) => state.subject === subject)
  useEffect(() => {
    if (mayNote && location.hash === NOTE_CALL) noteCallOn(subject)
    return leaveNoting
  }, [mayNote, subject])
  if (calls.length === 0 && !mayNote) return null
  return (
    <section aria-label="Calls" className={cx('flex min-w-0 flex-col gap-1.5', className)}>
      <h2 className="flex items-center justify-between gap-2 text-xs font-medium text-ink-3">
        Calls
        {mayNote && (
          <Button
            kind="quiet"
            size="sm"
            className="no-print"
            aria-haspopup="dialog"
            onClick={() => noteCallOn(subject)}
          >
            Note a call…
          </Button>
        )}
      </h2>
      {calls.length > 0 && (
        <ul aria-label="Calls" className="rounded-lg border border-line bg-surface">
          {calls.map((call) => (
            <CallLine key={call.id} group={group} call={call} isAtHome />
          ))}
        </ul>
      )}
      {isNoting && <CallDialog group={group} subject={subject} call={null} onClose={leaveNoting} />}
    </section>
  )
}
