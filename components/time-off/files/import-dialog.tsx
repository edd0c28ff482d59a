'use client'

import { useState } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { importTimeOff, MOST_IMPORTED } from '#lib/contract/calendar-files.ts'
import type { Proposal } from '#lib/contract/calendar-files.ts'

import { CalendarFileField } from './calendar-file-field.tsx'
import { LeftOutList } from './left-out-list.tsx'
import { ProposalRow } from './proposal-row.tsx'
import { useReview } from './use-review.ts'

const LEAD =
  'Choose a file that you exported from your calendar (.ics). You review its absences first; the file is not kept.'

/** Own time off from a calendar file: chosen, reviewed, added, with one undo. */
export function ImportDialog({ group, onClose }: { group: string; onClose: () => void }) {
  const { review, rows, errorText, busy, read, setRow } = useReview(group)
  const { change, busy: isAdding } = useBusyChange()
  const [refused, setRefused] = useState<readonly string[]>([])
  const chosen = rows.filter((row) => row.isChosen)
  const reason = isAdding ? 'Adding…' : whyNotAdd(chosen.length)
  const add = async () => {
    const apply = chosen.map(({ from, to, fromNoon, untilNoon, kind }) => ({
      from,
      to,
      fromNoon,
      untilNoon,
      kind,
    }))
    const answer = await change({
      endpoint: importTimeOff,
      input: { group, apply },
      message: ({ done }) => (done.length === 0 ? 'Nothing was added.' : `Added ${countWords(done.length)}.`),
    })
    if (!answer) return
    if (answer.refused.length === 0) return onClose()
    setRefused(answer.refused.map(({ because }) => because))
  }
  if (!review) {
    return (
      <Dialog title="Import calendar file" description={LEAD} onClose={onClose}>
        <CalendarFileField busy={busy} onText={(text) => void read(text)} />
        <ErrorText text={errorText} />
        <div className="flex justify-end">
          <CancelButton />
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title="Review absences" description={headOf(rows)} broad tall onClose={onClose}>
      <ul aria-label="Absences in the file" className="flex flex-col divide-y divide-line">
        {rows.map((row, at) => (
          <ProposalRow key={at} row={row} onChange={(changed) => setRow(at, changed)} />
        ))}
      </ul>
      <LeftOutList leftOut={review.leftOut} />
      {refused.map((because) => (
        <ErrorText key={because} text={because} />
      ))}
      <div className="sticky -bottom-4 -mb-4 flex flex-wrap justify-end gap-2 bg-surface py-3">
        <Button kind="quiet" onClick={onClose}>
          {refused.length > 0 ? 'Close' : 'Cancel'}
        </Button>
        <Button kind="primary" disabledReason={reason} onClick={() => void add()}>
          {chosen.length === 0 ? 'Add' : `Add ${countWords(chosen.length)}`}
        </Button>
      </div>
    </Dialog>
  )
}

function ErrorText({ text }: { text: string | null }) {
  return (
    <p role="alert" className="text-pretty text-bad empty:hidden">
      {text}
    </p>
  )
}

const countWords = (count: number) => (count === 1 ? '1 absence' : `${count} absences`)

function whyNotAdd(count: number): string | null {
  if (count === 0) return 'Choose at least one absence.'
  return count > MOST_IMPORTED ? `Choose at most ${MOST_IMPORTED} at once.` : null
}

function headOf(rows: readonly Proposal[]): string {
  if (rows.length === 0) return 'No absences in the file.'
  const there = rows.filter(({ state }) => state === 'there').length
  return `${countWords(rows.length)} in the file${there > 0 ? `, ${there} already entered` : ''}. Choose what to add.`
}
