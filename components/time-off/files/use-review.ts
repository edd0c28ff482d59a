'use client'

import { useState } from 'react'

import { wordsOf } from '#components/changes/send.ts'
import { useBusyChange } from '#components/changes/use-change.ts'
import { importTimeOff } from '#lib/contract/calendar-files.ts'
import type { Proposal } from '#lib/contract/calendar-files.ts'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import { MOST_CHARACTERS } from '#lib/kit/ics/lines.ts'

export type ProposedRow = Proposal & { isChosen: boolean }

/** What a calendar file proposes, and what of it is chosen: at first what its titles call time off. */
export function useReview(group: string) {
  const [review, setReview] = useState<OutputOf<typeof importTimeOff> | null>(null)
  const [rows, setRows] = useState<readonly ProposedRow[]>([])
  const [errorText, setErrorText] = useState<string | null>(null)
  const { change, busy } = useBusyChange()
  const read = async (text: string) => {
    // Line ends cost twice in a request.
    const file = text.replaceAll('\r\n', '\n').replaceAll('\0', '')
    if (file.length > MOST_CHARACTERS) return setErrorText('The file is too large. Export a shorter time.')
    setErrorText(null)
    try {
      const input = { group, file }
      const answer = await change({
        endpoint: importTimeOff,
        input,
        message: null,
        quiet: true,
        throws: true,
      })
      if (!answer) return
      setRows(answer.proposals.map((one) => ({ ...one, isChosen: one.likely && one.state !== 'there' })))
      setReview(answer)
    } catch (error) {
      setErrorText(wordsOf(error))
    }
  }
  const setRow = (at: number, changed: ProposedRow) => setRows((all) => all.with(at, changed))
  return { review, rows, errorText, busy, read, setRow }
}
