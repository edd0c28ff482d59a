'use client'

import { useEffect, useRef, useState } from 'react'

import { useDraft } from '#components/shell/drafts.ts'
import { newKey } from '#components/shell/new-key.ts'
import { toast } from '#components/shell/toasts.ts'
import { Refused } from '#lib/http/call.ts'

import { useSender } from '#components/changes/use-sender.ts'

/** What another person made of the text meanwhile. */
export type Conflict = { theirs: string; by: string | null; version: number }

type Text = {
  group: string
  /** Names the draft, such as `issue-12-title`. */
  place: string
  /** The member of the problem's texts that this is. */
  field: 'title' | 'description' | 'body' | 'goals'
  /** As it is now. */
  text: string
  version: number
  /** Returns the version that the text has then; throws what the server said. */
  save: (text: string, version: number, key: string) => Promise<number>
}

/** Editing a text in its place: what is typed is a draft until it is saved, and nobody's words are written over unseen. */
export function useTextEdit({ group, place, field, text, version, save }: Text) {
  const { draft, wasFound, keep, drop, latest } = useDraft(group, place)
  const aside = useDraft(group, `${place}-aside`)
  const sender = useSender()
  /** The newest version whose text was shown here. */
  const seen = useRef(version)
  useEffect(() => {
    seen.current = Math.max(seen.current, version)
  }, [version])
  const [isBegun, setBegun] = useState(false)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [isLeaving, setLeaving] = useState(false)
  const isDirty = draft !== null && draft.text !== text
  const leave = () => {
    drop()
    sender.stop()
    setBegun(false)
    setConflict(null)
    setLeaving(false)
  }
  const submit = (written: string, from: number) =>
    sender.send(async () => {
      const key = (draft?.text === written && draft.version === from && draft.key) || newKey()
      keep({ text: written, version: from, key })
      try {
        const saved = await save(written, from, key)
        const typed = latest()?.text ?? written
        if (typed === written) leave()
        else keep({ text: typed, version: saved, key: null })
      } catch (error) {
        const found = conflictOf(error, field)
        if (!found) throw error
        setConflict(found)
      }
    })
  // What is not changed yet is shown as it is now, so that an edit begins from there, however long the editor was open.
  const base = (isDirty ? draft.version : null) ?? version
  const bringBack = () => {
    const [mine, typed] = [aside.latest(), latest()]
    if (!mine) return
    if (typed) aside.keep(typed)
    else aside.drop()
    keep({ text: mine.text, version: seen.current, key: null })
  }
  return {
    isEditing: isBegun || isDirty,
    isDirty,
    /** The draft was there when the page came. */
    wasFound: wasFound && isDirty,
    value: draft?.text ?? text,
    status: sender.status,
    errorText: sender.errorText,
    refusal: sender.refusal,
    conflict,
    isLeaving,
    begin: () => setBegun(true),
    change(next: string) {
      if (sender.status === 'waiting') sender.stop()
      keep({ text: next, version: base, key: null })
    },
    /** Saves another text in the place of what is typed. */
    submitText: (written: string) => void submit(written, base),
    submit: () => (isDirty ? void submit(draft.text, base) : leave()),
    /** Asks first where something would be lost. */
    cancel: () => (isDirty ? setLeaving(true) : leave()),
    stay: () => setLeaving(false),
    leave,
    /** Ends a conflict with the text that shall be. */
    settle: (written: string) => conflict && void submit(written, conflict.version),
    /** Ends a conflict with the text of the others; the own one is kept until it is dismissed. */
    takeTheirs(what: string) {
      if (draft) aside.keep(draft)
      if (conflict) seen.current = Math.max(seen.current, conflict.version)
      leave()
      toast({
        text: `Kept their version of ${what}. Your version is kept.`,
        ways: [{ label: 'Restore mine', act: bringBack }],
      })
    },
    /** One's own text that gave way to theirs. */
    aside: aside.draft?.text ?? null,
    bringBack,
    dismissAside: aside.drop,
    /** Back to the editor, where the own text still is. */
    postpone: () => setConflict(null),
  }
}

export type TextEdit = ReturnType<typeof useTextEdit>

function conflictOf(error: unknown, field: Text['field']): Conflict | null {
  if (!(error instanceof Refused) || error.problem.code !== 'stale') return null
  const { theirs, by, version } = error.problem
  const written =
    typeof theirs === 'object' && theirs !== null ? new Map(Object.entries(theirs)).get(field) : null
  if (typeof written !== 'string' || typeof version !== 'number') return null
  return { theirs: written, by: typeof by === 'string' ? by : null, version }
}
