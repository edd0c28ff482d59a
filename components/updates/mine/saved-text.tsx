'use client'

import { Button } from '#components/ui/button.tsx'
import { clockIn } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'

import type { UpdateDrafting } from './use-update-draft.ts'

type Props = {
  drafting: Pick<UpdateDrafting, 'draft' | 'hasTyped' | 'status' | 'errorText' | 'theirs' | 'save'>
  /** What is missing; null where it is ready. */
  missing: string | null
  waits: boolean
  zone: string
}

/** What became of the words of a card, and what is missing to post them. */
export function SavedText({
  drafting: { draft, hasTyped, status, errorText, theirs, save },
  missing,
  waits,
  zone,
}: Props) {
  if (waits) return <Said>Sent when the connection is back</Said>
  if (theirs !== null) return <Said>Choose a version</Said>
  if (status === 'waiting' || errorText !== null)
    return (
      <span className="flex flex-wrap items-center justify-end gap-x-2 gap-y-1 text-xs text-warn">
        <span role="alert">{status === 'waiting' ? 'Not saved, kept on this device.' : errorText}</span>
        <Button size="sm" onClick={save}>
          Try again
        </Button>
      </span>
    )
  if (hasTyped || status === 'sending') return <Said>Saving…</Said>
  if (missing !== null)
    return <Said>{`${draft === null ? 'Not ready' : 'Draft, not ready'}: ${missing}`}</Said>
  return (
    <span className="num inline-flex items-center gap-1 text-xs whitespace-nowrap text-ink-3">
      <Icon name="check" className="size-[13px] text-good" />
      {draft === null ? 'Ready' : `Saved ${clockIn(zone, draft.savedAt)}`}
    </span>
  )
}

const Said = ({ children }: { children: string }) => (
  <span className="num text-xs text-ink-3">{children}</span>
)
