'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'

import { useDraft } from '#components/shell/drafts.ts'
import { useLatest } from '#components/ui/hooks/use-latest.ts'
import type { MySubject, UpdateDraft } from '#lib/contract/updates.ts'
import type { IsoWeek } from '#lib/kit/iso-week.ts'

import { fieldsOf, readFields, saysTheSame, writtenFields } from './draft-fields.ts'
import type { DraftFields } from './draft-fields.ts'
import { useSaving } from './use-saving.ts'

/**
 * The words of one subject on their way: kept on this device with each letter, and with the server after a moment, so that
 * another device has them. Two devices never write over each other: `theirs` is the version that this one has not seen.
 */
export function useUpdateDraft(group: string, week: IsoWeek, one: MySubject) {
  const { subject, update, proposed } = one
  const { draft: local, wasFound, ...place } = useDraft(group, draftPlace(subject, week))
  const known = useKnown(one)
  const saving = useSaving({ group, week, subject }, place, known.take)
  const typed = useMemo(() => (local === null ? null : readFields(local.text)), [local])
  const fields = typed ?? known.fields
  const base = useLatest(known)
  const { status, errorText, theirs, setTheirs, save, saveSoon, letGo, running } = saving

  const saveNow = useLatest(save)
  const isLeftOver = wasFound && status === 'idle' && errorText === null && theirs === null
  useEffect(() => {
    if (isLeftOver) saveNow()()
  }, [isLeftOver, saveNow])
  // of a page that is left
  useEffect(() => () => saveNow()(), [saveNow])

  const posted = update === null ? null : fieldsOf({ update, proposed, draft: null })
  const isPosted = one.draft === null && typed !== null && posted !== null && saysTheSame(typed, posted)
  const { latest, keep, drop } = place
  useEffect(() => {
    if (isPosted) drop()
  }, [isPosted, drop])

  return {
    fields,
    hasTyped: typed !== null,
    draft: known.draft,
    status,
    errorText,
    theirs,
    save,
    change(part: Partial<DraftFields>) {
      const before = latest()
      const now = before && readFields(before.text)
      const version = now ? (before?.version ?? 0) : versionOf(base().draft)
      keep({ text: writtenFields({ ...(now ?? base().fields), ...part }), version, key: null })
      saveSoon()
    },
    /** Nothing of it is on its way any more: what waits to be saved is let go, and stays on this device. */
    async settle() {
      letGo()
      await running.current
    },
    /** Forgets what was typed here. */
    forget() {
      letGo()
      drop()
      setTheirs(null)
    },
    /** What became the draft of this week elsewhere, in place of what was typed here. */
    take(draft: UpdateDraft) {
      letGo()
      saving.take(draft)
      drop()
    },
    keepMine() {
      if (theirs === null) return
      keep({ text: writtenFields(fields), version: theirs.version, key: null })
      setTheirs(null)
      save()
    },
    takeTheirs() {
      if (theirs === null) return
      saving.take(theirs)
      setTheirs(null)
      drop()
    },
  }
}

/** Each week has its own: what is left of one is never saved as what was written in the next. */
export const draftPlace = (subject: string, week: IsoWeek | ''): string => `update-${subject}-${week}`

export type UpdateDrafting = ReturnType<typeof useUpdateDraft>

/** The newest draft of what the server has told and what this page has saved over the same version of the posted update. */
function useKnown(one: MySubject) {
  const [saved, setSaved] = useState<{ draft: UpdateDraft; over: number } | null>(null)
  const over = one.update?.version ?? 0
  const latestOver = useLatest(over)
  const own = one.draft !== null && saved?.over === over ? saved.draft : null
  const draft = versionOf(own) > versionOf(one.draft) ? own : one.draft
  const take = useCallback((next: UpdateDraft) => setSaved({ draft: next, over: latestOver() }), [latestOver])
  return { draft, fields: fieldsOf({ ...one, draft }), take }
}

const versionOf = (draft: UpdateDraft | null): number => draft?.version ?? 0
