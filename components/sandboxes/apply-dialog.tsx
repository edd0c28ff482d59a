'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { wordsOf } from '#components/changes/send.ts'
import { useBusyChange } from '#components/changes/use-change.ts'
import { isKind, KIND_CHOICES } from '#components/time-off/kind-text.ts'
import { CheckField } from '#components/ui/check.tsx'
import { Button } from '#components/ui/button.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { applySandbox } from '#lib/contract/sandboxes.ts'
import type { SandboxChangeFacts, SandboxView } from '#lib/contract/sandboxes.ts'
import type { TimeOffKind } from '#lib/domain/time-off.ts'

type Props = { group: string; view: SandboxView; onClose: () => void }

/** A choice holds for what was seen with it: what changed since then is chosen anew. */
const keyOf = ({ id, meanwhile }: SandboxChangeFacts) => `${id} ${meanwhile.length}`

/** What will happen, change by change. Where the live plan moved, a change is applied only when it is ticked. */
export function ApplyDialog({ group, view, onClose }: Props) {
  const { slug, title } = view.sandbox
  const [ticked, setTicked] = useState<Record<string, boolean>>({})
  const [kind, setKind] = useState<TimeOffKind>('other')
  const [refusal, setRefusal] = useState<string | null>(null)
  const { change, busy } = useBusyChange()
  const isIn = (one: SandboxChangeFacts) =>
    one.whyNotApply === null && (ticked[keyOf(one)] ?? one.meanwhile.length === 0)
  const chosen = view.changes.filter(isIn)
  const count = chosen.length === 1 ? '1 change' : `${chosen.length} changes`
  const reason = busy ? 'Applying…' : chosen.length === 0 ? 'Choose at least one change.' : null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason !== null) return
    setRefusal(null)
    const ids = (changes: readonly SandboxChangeFacts[]) => changes.map(({ id }) => id)
    const input = {
      group,
      milestone: view.milestone.slug,
      sandbox: slug,
      seen: view.event,
      kind,
      leaveOut: ids(view.changes.filter((one) => !isIn(one))),
      confirm: ids(chosen.filter(({ meanwhile }) => meanwhile.length > 0)),
    }
    try {
      const message = `Applied “${title}”: ${count}.`
      if (await change({ endpoint: applySandbox, input, message, throws: true })) onClose()
    } catch (error) {
      setRefusal(wordsOf(error))
    }
  }
  return (
    <Dialog
      title={`Apply “${title}”`}
      description={`These changes are made in the live plan of ${view.milestone.title}, all or none. You can undo them with one press of Z.`}
      wide
      onClose={onClose}
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <ul aria-label="Changes to apply" className="flex flex-col gap-2">
          {view.changes.map((one) => (
            <li key={one.id}>
              <CheckField
                checked={isIn(one)}
                disabled={one.whyNotApply !== null}
                onCheck={(checked) => setTicked({ ...ticked, [keyOf(one)]: checked })}
              >
                <span dir="auto">{one.says}</span>
                {one.whyNotApply && <Note>{one.whyNotApply}</Note>}
                {one.meanwhile.map(({ number, sentence }) => (
                  <Note key={number} isWarning>
                    Since then: {sentence}
                  </Note>
                ))}
              </CheckField>
            </li>
          ))}
        </ul>
        {chosen.some(({ what }) => what === 'timeOff') && (
          <ChoiceField
            label="Kind of the time off"
            hint="Only the person and the engineering manager see it."
            value={kind}
            choices={KIND_CHOICES}
            onValue={(value) => isKind(value) && setKind(value)}
          />
        )}
        <p role="alert" className="text-pretty text-bad empty:hidden">
          {refusal}
        </p>
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            Apply {count}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Note({ children, isWarning = false }: { children: React.ReactNode; isWarning?: boolean }) {
  return (
    <span dir="auto" className={`block text-xs wrap-anywhere ${isWarning ? 'text-warn' : 'text-ink-2'}`}>
      {children}
    </span>
  )
}
