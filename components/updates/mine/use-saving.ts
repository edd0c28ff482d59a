'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import { useSender } from '#components/changes/use-sender.ts'
import type { useDraft } from '#components/shell/drafts.ts'
import { saveDraft } from '#lib/contract/updates.ts'
import type { UpdateDraft } from '#lib/contract/updates.ts'
import type { IsoWeek } from '#lib/kit/iso-week.ts'

import { readFields } from './draft-fields.ts'
import { keepSaved } from './saved-drafts.ts'
import { staleDraft } from './stale-draft.ts'

export type DraftOf = { group: string; week: IsoWeek; subject: string }
export type Place = Pick<ReturnType<typeof useDraft>, 'latest' | 'keep' | 'drop'>

const SOON_MS = 600

/** Sends what this device keeps of a draft, until the server has its latest words or another version of them. */
export function useSaving(
  { group, week, subject }: DraftOf,
  place: Place,
  onSaved: (draft: UpdateDraft) => void,
) {
  const { latest, keep, drop } = place
  const client = useQueryClient()
  const change = useChange()
  const { status, errorText, send, stop } = useSender()
  const [theirs, showTheirs] = useState<UpdateDraft | null>(null)
  /** Until a person has chosen one of two versions, nothing is sent. */
  const isUndecided = useRef(false)
  const setTheirs = useCallback((draft: UpdateDraft | null) => {
    isUndecided.current = draft !== null
    showTheirs(draft)
  }, [])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<void>>(Promise.resolve())

  const take = useCallback(
    (draft: UpdateDraft) => {
      onSaved(draft)
      keepSaved(client, group, week, subject, draft)
    },
    [client, group, week, subject, onSaved],
  )
  /** Whether there is more to send. */
  const sendOnce = useCallback(async (): Promise<boolean> => {
    const at = latest()
    const words = at && readFields(at.text)
    if (!at || !words) {
      drop()
      return false
    }
    try {
      const input = { group, week, subject, ...words, version: at.version ?? 0 }
      const answer = await change({ endpoint: saveDraft, input, message: null, quiet: true, throws: true })
      if (answer === null) return false
      take(answer.draft)
      const now = latest()
      if (now !== null && now.text !== at.text) keep({ ...now, version: answer.draft.version })
      else drop()
      return now !== null && now.text !== at.text
    } catch (error) {
      const found = staleDraft(error)
      if (found === null) throw error
      // the words typed here are the only ones that there are
      if (found === 'gone') keep({ ...(latest() ?? at), version: 0 })
      else setTheirs(found)
      return found === 'gone'
    }
  }, [change, drop, group, keep, latest, setTheirs, subject, take, week])

  const save = useCallback(() => {
    clearTimeout(timer.current)
    if (latest() === null || isUndecided.current) return
    const sent = send(async () => {
      while (await sendOnce());
    })
    // one that is on its way already takes the latest words along
    running.current = Promise.all([running.current, sent]).then(() => {})
  }, [latest, send, sendOnce])
  const saveSoon = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(save, SOON_MS)
  }, [save])
  const letGo = useCallback(() => {
    clearTimeout(timer.current)
    stop()
  }, [stop])
  return { status, errorText, theirs, setTheirs, take, save, saveSoon, letGo, running }
}
