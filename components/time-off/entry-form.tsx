'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { wordsOf } from '#components/changes/send.ts'
import { useBusyChange } from '#components/changes/use-change.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { CheckField } from '#components/ui/check.tsx'
import { Button } from '#components/ui/button.tsx'
import { DateField } from '#components/ui/days/date-field.tsx'
import { TextField } from '#components/ui/field.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { useTypedAhead } from '#components/ui/hooks/use-typed-ahead.ts'
import { addTimeOff, editTimeOff } from '#lib/contract/time-off.ts'
import { spanText } from '#lib/kit/day-text.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { AlsoIn, useOtherGroups } from './also-in.tsx'
import { daysOfDraft, newDraft, whyNotDraft } from './draft.ts'
import type { Draft } from './draft.ts'
import { FormNotes } from './form-notes.tsx'
import { isKind, KIND_CHOICES } from './kind-text.ts'
import type { Line } from './lines.ts'
import type { Timebox } from './period.ts'
import { useDaysMore } from './use-days-around.ts'

type Props = {
  group: string
  draft: Draft
  shown: { from: PlainDate; to: PlainDate; lines: readonly Line[] }
  boxes: readonly Timebox[]
  /** Whether the reader enters time off for others as well. */
  mayOthers: boolean
  onDraft: (change: (draft: Draft) => Draft) => void
  onDone: () => void
}

/** Days, kind and note of an absence, with what follows from it; a refused one stays as it was entered. */
export function EntryForm({ group, draft, shown, boxes, mayOthers, onDraft, onDone }: Props) {
  const { today } = useGroup(group)
  const { handle } = useActor(group)
  const { change, busy } = useBusyChange()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const groups = useOtherGroups(group)
  const set = (part: Partial<Draft>) => {
    setRefusal(null)
    // several fields may speak at once, before the draft that they change is drawn
    onDraft((now) => ({ ...now, ...part }))
  }
  const form = useTypedAhead<HTMLFormElement>()
  const span = daysOfDraft(draft)
  const days = useDaysMore(group, { draft, span, shown })
  const isEdit = draft.entry !== null
  const others = isEdit || draft.person !== handle ? [] : groups
  const reason = busy ? 'Saving…' : (whyNotDraft(draft)?.because ?? null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason !== null || !span) return
    const { entry, person, fromNoon, untilNoon, kind, note } = draft
    const facts = { from: span.fromOn, to: span.toOn, fromNoon, untilNoon, kind, note: note.trim() }
    const words = spanText(span.fromOn, span.toOn)
    try {
      const sent =
        entry === null
          ? change({
              endpoint: addTimeOff,
              input: { group, ...(person === handle ? {} : { person }), ...facts },
              message: `Added ${words}.`,
              throws: true,
            })
          : change({
              endpoint: editTimeOff,
              input: { group, entry, ...facts },
              message: `Saved ${words}.`,
              throws: true,
            })
      if (!(await sent)) return
      // what another group refuses is said there, and this one keeps its own
      for (const { slug, name } of others.filter((one) => chosen.includes(one.slug))) {
        await change({
          endpoint: addTimeOff,
          input: { group: slug, ...facts },
          message: `Added ${words} in ${name}.`,
        })
      }
      onDone()
    } catch (error) {
      setRefusal(wordsOf(error))
    }
  }
  return (
    <section aria-labelledby="enter-time-off" className="rounded-lg border border-line bg-surface">
      <h2 id="enter-time-off" className="border-b border-line px-3.5 py-2.5 text-sm font-semibold">
        {isEdit ? 'Change time off' : 'Add time off'}
      </h2>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => void submit(event)}
        className="flex flex-col gap-3 p-3.5"
      >
        {mayOthers && !isEdit && (
          <ChoiceField
            label="Person"
            value={draft.person}
            choices={shown.lines.map(({ handle: value, name }) => ({ value, label: name }))}
            onValue={(person) => set({ person })}
          />
        )}
        <div className="grid grid-cols-2 gap-x-2.5 max-xl:max-w-md">
          <DateField label="First day" value={draft.from} today={today} onValue={(from) => set({ from })} />
          <DateField label="Last day" value={draft.to} today={today} onValue={(to) => set({ to })} />
        </div>
        <NoonBoxes draft={draft} onChange={set} />
        <ChoiceField
          label="Kind"
          value={draft.kind}
          choices={KIND_CHOICES}
          onValue={(kind) => isKind(kind) && set({ kind })}
        />
        <TextField
          label="Note, optional"
          placeholder={draft.person === handle ? 'Only you and the EM see it' : 'Only they and the EM see it'}
          value={draft.note}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => set({ note: event.target.value })}
        />
        {others.length > 0 && <AlsoIn groups={others} chosen={chosen} onChosen={setChosen} />}
        <FormNotes group={group} draft={draft} span={span} days={days} boxes={boxes} today={today} />
        <p role="alert" className="text-pretty text-bad empty:hidden">
          {refusal && `Not saved. ${refusal}`}
        </p>
        <Button kind="primary" type="submit" className="min-h-8 justify-center" disabledReason={reason}>
          {actText(isEdit, days)}
        </Button>
        {(isEdit || draft.from !== '') && (
          <Button
            kind="quiet"
            className="justify-center"
            onClick={() => {
              onDraft(() => newDraft(draft.person))
              onDone()
            }}
          >
            Cancel
          </Button>
        )}
      </form>
    </section>
  )
}

/** “Add 4 days”, “Save half a day”. */
function actText(isEdit: boolean, days: number | undefined): string {
  const deed = isEdit ? 'Save' : 'Add'
  if (days === undefined || days === 0) return isEdit ? 'Save' : 'Add time off'
  return `${deed} ${days === 0.5 ? 'half a day' : days === 1 ? '1 day' : `${days} days`}`
}

type NoonProps = { draft: Draft; onChange: (part: Partial<Draft>) => void }

/** Half days at either end. */
function NoonBoxes({ draft, onChange }: NoonProps) {
  return (
    <div className="grid grid-cols-2 gap-x-2.5 max-xl:max-w-md">
      <CheckField checked={draft.fromNoon} onCheck={(fromNoon) => onChange({ fromNoon })}>
        starts at noon
      </CheckField>
      <CheckField checked={draft.untilNoon} onCheck={(untilNoon) => onChange({ untilNoon })}>
        ends at noon
      </CheckField>
    </div>
  )
}
