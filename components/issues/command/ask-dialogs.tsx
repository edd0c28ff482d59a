'use client'

import { useRef, useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { CLOSE_REASONS, closeReasonTitle } from '#lib/domain/issues.ts'
import type { CloseReason } from '#lib/domain/issues.ts'

import { IssueFinder } from '#components/search/issue-finder.tsx'

type Need = { need: string; from: string }
type NeedProps = {
  /** “#12”, or “3 issues”. */
  subject: string
  /** What it waits for already, where that is said anew. */
  now?: Need
  onAnswer: (answer: Need | null) => void
  onClose: () => void
}

/** Handbook › Weekly status updates: "What's blocked and what you need". Can be skipped; then the card says so. */
export function BlockedDialog({ subject, now, onAnswer, onClose }: NeedProps) {
  const [need, setNeed] = useState(now?.need ?? '')
  const [from, setFrom] = useState(now?.from ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAnswer(need.trim() || from.trim() ? { need: need.trim(), from: from.trim() } : null)
  }
  return (
    <Dialog title={`What ${isOne(subject) ? 'is' : 'are'} ${subject} blocked on?`} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          label="What is needed"
          value={need}
          maxLength={500}
          placeholder="The price list"
          onChange={(event) => setNeed(event.target.value)}
        />
        <TextField
          label="From whom"
          value={from}
          maxLength={200}
          placeholder="A person or a team"
          onChange={(event) => setFrom(event.target.value)}
        />
        <div className="flex justify-end gap-2 pt-1">
          {now ? (
            <CancelButton />
          ) : (
            <Button kind="quiet" onClick={() => onAnswer(null)}>
              Skip
            </Button>
          )}
          <Button kind="primary" type="submit">
            {now ? 'Save' : 'Mark as blocked'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const isOne = (subject: string): boolean => subject.startsWith('#') || subject.startsWith('1 ')

const originalOf = (subject: string): string =>
  isOne(subject) ? `Of which issue is ${subject} a duplicate?` : `Of which issue are ${subject} duplicates?`

type CloseProps = {
  group: string
  /** “#12”, or “3 issues”. */
  subject: string
  /** The issue, or the first of them, which is no duplicate of itself; null where no original can be named. */
  issue: number | null
  /** Where the reason is known already and only the original is asked for. */
  reason?: CloseReason
  /** `duplicateOf` is the number of the original, null where nobody named it. */
  onAnswer: (reason: CloseReason, duplicateOf: number | null) => void
  /** Where some of them may be closed already. */
  onReopen?: () => void
  onClose: () => void
}

const MEANINGS: Record<CloseReason, string> = {
  done: 'The work is finished.',
  duplicate: 'Another issue covers the same.',
  moved: 'The work continues elsewhere.',
  wont_do: 'It will not be worked on.',
}

/** Enter alone closes as done; every other reason is one press more, and a duplicate says of what. */
export function CloseDialog({ group, subject, issue, onAnswer, onClose, ...rest }: CloseProps) {
  const { reason: given, onReopen } = rest
  const first = useRef<HTMLButtonElement>(null)
  const [isDuplicate, setIsDuplicate] = useState(given === 'duplicate')
  if (isDuplicate && issue !== null) {
    return (
      <Dialog key="original" title={originalOf(subject)} onClose={onClose}>
        <IssueFinder
          group={group}
          label="The original"
          except={issue}
          buttonLabel="Close as duplicate"
          onFind={({ ref }) => onAnswer('duplicate', ref)}
        />
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="quiet" onClick={() => onAnswer('duplicate', null)}>
            Close without original
          </Button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={`Close ${subject} as…`} first={first} onClose={onClose}>
      <div className="grid gap-1">
        {CLOSE_REASONS.map((reason) => (
          <button
            key={reason}
            ref={reason === 'done' ? first : undefined}
            type="button"
            onClick={() =>
              reason === 'duplicate' && issue !== null ? setIsDuplicate(true) : onAnswer(reason, null)
            }
            className="flex min-h-9 items-baseline gap-2 rounded-sm px-2.5 py-1.5 text-left hover:bg-hover pointer-coarse:min-h-11"
          >
            <span className="w-20 font-medium">{closeReasonTitle(reason)}</span>
            <span className="text-ink-2">{MEANINGS[reason]}</span>
          </button>
        ))}
      </div>
      {onReopen && (
        <div className="flex justify-end">
          <Button kind="quiet" onClick={onReopen}>
            Reopen
          </Button>
        </div>
      )}
    </Dialog>
  )
}
