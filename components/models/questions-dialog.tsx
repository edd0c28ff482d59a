'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { editReadinessQuestions } from '#lib/contract/models.ts'
import { whyNotQuestions } from '#lib/domain/models/models.ts'

import type { Register } from './register.ts'

type Props = { group: string; register: Register; onClose: () => void }
/** `key` tells the fields apart; a new question has no id yet. */
type Line = { key: number; id?: number; text: string }

/** The questions of the readiness check: what is changed here rewrites no answer. */
export function QuestionsDialog({ group, register, onClose }: Props) {
  const [lines, setLines] = useState<Line[]>(register.questions.map((one) => ({ ...one, key: one.id })))
  const [version] = useState(register.version)
  const { change, busy } = useBusyChange()
  const reason = busy ? 'Saving…' : whyNotQuestions(lines)?.because
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    const questions = lines.map(({ id, text }) => ({
      ...(id === undefined ? {} : { id }),
      text: text.trim(),
    }))
    const done = await change({
      endpoint: editReadinessQuestions,
      input: { group, questions, version },
      message: 'Saved the questions.',
    })
    if (done) onClose()
  }
  const add = () =>
    setLines((now) => [...now, { key: Math.max(0, ...now.map(({ key }) => key)) + 1_000, text: '' }])
  return (
    <Dialog
      title="Questions of the readiness check"
      description="Answers stay as they were given, with the question they were given to. A new question is open for every model."
      wide
      onClose={onClose}
    >
      <form onSubmit={(event) => void save(event)} className="flex flex-col gap-3">
        <ol className="flex flex-col gap-2">
          {lines.map(({ key, text }, at) => (
            <li key={key} className="flex items-end gap-2">
              <div className="min-w-0 flex-1">
                <TextField
                  label={`Question ${at + 1}`}
                  maxLength={200}
                  autoComplete="off"
                  value={text}
                  onChange={({ target }) =>
                    setLines((now) =>
                      now.map((one) => (one.key === key ? { ...one, text: target.value } : one)),
                    )
                  }
                />
              </div>
              <Button
                kind="quiet"
                size="icon"
                aria-label={`Remove question ${at + 1}`}
                tip="Remove"
                onClick={() => setLines((now) => now.filter((one) => one.key !== key))}
              >
                <Icon name="close" />
              </Button>
            </li>
          ))}
        </ol>
        <div className="flex flex-wrap gap-2">
          <Button onClick={add}>
            <Icon name="plus" className="size-3.5" />
            Add question
          </Button>
          <span className="flex-1" />
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
