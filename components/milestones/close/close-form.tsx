'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { CancelButton } from '#components/ui/popups/dialog.tsx'
import type { Closing } from '#lib/contract/closing.ts'

import { choiceFor, type Edit, type Edits, whyNotRow } from './choices.ts'
import { CloseRow } from './close-row.tsx'
import { daysWords, summaryOf } from './close-words.ts'
import { OthersField } from './others-field.tsx'
import { SetMany } from './set-many.tsx'
import { useClose } from './use-close.ts'

type Props = { group: string; closing: Closing; onSending: (is: boolean) => void; onClose: () => void }

/** Rows, many of which are set at once; below them what will happen, and before the due day a second question. */
export function CloseForm({ group, closing, onSending, onClose }: Props) {
  const [edits, setEdits] = useState<Edits>(new Map())
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set())
  const [others, setOthers] = useState<string | null | undefined>(undefined)
  const [asked, setAsked] = useState<'no' | 'missing' | 'early'>('no')
  const { close, busy, refused } = useClose(group, closing)
  const { open, gone, milestone, daysLeft } = closing
  const rows = [...open, ...gone]
  const place = others === undefined ? closing.proposed : others
  const edit = (refs: readonly number[], facts: Edit) =>
    setEdits((now) => new Map([...now, ...refs.map((ref) => [ref, { ...now.get(ref), ...facts }] as const)]))
  const whyNot = (row: (typeof rows)[number]) => whyNotRow(closing, row, choiceFor(closing, row, edits))
  const missing = rows.filter((row) => whyNot(row) !== null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return undefined
    if (missing.length > 0) {
      focusRow(event.currentTarget, missing[0]?.ref)
      return setAsked('missing')
    }
    if (daysLeft > 0 && asked !== 'early') return setAsked('early')
    onSending(true)
    if (await close(edits, place, daysLeft > 0)) onClose()
    else onSending(false)
    return undefined
  }
  const toggle = (refs: readonly number[], on: boolean) =>
    setPicked((now) => new Set(on ? [...now, ...refs] : [...now].filter((ref) => !refs.includes(ref))))
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex min-h-0 flex-col gap-3">
      {rows.length === 0 && <p className="text-ink-2">No Deliverable is open.</p>}
      {open.length > 1 && (
        <SetMany
          closing={closing}
          picked={picked}
          onPick={toggle}
          onSet={(refs, facts) => edit(refs, facts)}
        />
      )}
      {open.length > 0 && (
        <ul aria-label="Open Deliverables" className="rounded-lg border border-line">
          {open.map((row) => (
            <CloseRow
              key={row.ref}
              closing={closing}
              row={row}
              choice={choiceFor(closing, row, edits)}
              picked={open.length > 1 ? picked.has(row.ref) : null}
              refusal={refused.get(row.ref) ?? (asked === 'missing' ? whyNot(row) : null)}
              onPick={(on) => toggle([row.ref], on)}
              onEdit={(facts) => edit([row.ref], facts)}
            />
          ))}
        </ul>
      )}
      {gone.length > 0 && (
        <>
          <h3 className="text-sm font-semibold">Slipped and no longer open here</h3>
          <ul aria-label="Slipped and no longer open here" className="rounded-lg border border-line">
            {gone.map((row) => (
              <CloseRow
                key={row.ref}
                closing={closing}
                row={row}
                choice={choiceFor(closing, row, edits)}
                picked={null}
                refusal={refused.get(row.ref) ?? (asked === 'missing' ? whyNot(row) : null)}
                onEdit={(facts) => edit([row.ref], facts)}
              />
            ))}
          </ul>
        </>
      )}
      {closing.others > 0 && <OthersField closing={closing} value={place} onValue={setOthers} />}
      <div className="sticky -bottom-4 -mx-4 -mb-4 flex flex-col gap-2 border-t border-line bg-surface px-4 py-3">
        <p className="num text-pretty text-ink-2">{summaryOf(closing, edits, place).join(' ')}</p>
        {asked === 'early' && (
          <p role="alert" className="rounded-sm bg-warn-soft px-2.5 py-1.5 text-pretty text-warn">
            <bdi>{milestone.title}</bdi> ends in {daysWords(daysLeft)}. What is done after the closing does
            not count for it. Close it anyway?
          </p>
        )}
        {asked === 'missing' && missing.length > 0 && (
          <p role="alert" className="text-bad">
            {missing.length === 1 ? '1 issue is' : `${missing.length} issues are`} not ready. Each says what
            is missing.
          </p>
        )}
        <div className="flex flex-wrap items-center justify-end gap-2">
          {daysLeft > 0 && asked !== 'early' && (
            <span className="num mr-auto text-ink-2">Ends in {daysWords(daysLeft)}</span>
          )}
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={busy ? 'Closing…' : null}>
            {asked === 'early' ? `Close ${daysWords(daysLeft)} early` : `Close ${milestone.title}`}
          </Button>
        </div>
      </div>
    </form>
  )
}

/** The last choice of a row: the reason, where it asks for one. */
function focusRow(form: HTMLFormElement, ref: number | undefined): void {
  const fields = form.querySelectorAll<HTMLElement>(`[data-issue="${ref}"] [role="combobox"]`)
  ;[...fields].at(-1)?.focus()
}
