'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { DateField, whyNotDay } from '#components/ui/days/date-field.tsx'
import { TextArea, TextField } from '#components/ui/field.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { editModel } from '#lib/contract/models.ts'
import type { Model } from '#lib/contract/models.ts'
import { type Answer, type Question, whyNotAnswer } from '#lib/domain/models/models.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { FormEnd } from './form-end.tsx'

type Props = { group: string; model: Model; question: Question; today: PlainDate; onClose: () => void }

/** What is proposed to a yes: half a year. */
const USUAL_DAYS = 182

/** A yes with evidence and a day on which it expires, or what to get right first. */
export function AnswerDialog({ group, model, question, today, onClose }: Props) {
  const held = model.answers.find((one) => one.question === question.id)
  const [answer, setAnswer] = useState<Answer>({
    verdict: held?.verdict ?? 'yes',
    evidence: held?.evidence ?? '',
    note: held?.note ?? '',
    expiresOn: held?.expiresOn ?? addDays(today, USUAL_DAYS),
  })
  const { change, busy } = useBusyChange()
  const set = (part: Partial<Answer>) => setAnswer((now) => ({ ...now, ...part }))
  const isYes = answer.verdict === 'yes'
  const given: Answer = {
    ...answer,
    evidence: answer.evidence.trim(),
    expiresOn: isYes ? answer.expiresOn || null : null,
  }
  const reason = busy
    ? 'Saving…'
    : ((isYes ? whyNotDay(answer.expiresOn ?? '') : null) ?? whyNotAnswer(given, today)?.because)
  const send = async (to: Answer | null) => {
    const done = await change({
      endpoint: editModel,
      input: { group, model: model.id, answers: [{ question: question.id, answer: to }] },
      message: to === null ? `Withdrew the answer for “${model.name}”.` : `Answered for “${model.name}”.`,
    })
    if (done) onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!reason) void send(given)
  }
  return (
    <Dialog title={question.text} description={`Readiness check of “${model.name}”`} wide onClose={onClose}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-3">
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          <ChoiceField
            label="Answer"
            value={answer.verdict}
            onValue={(value) => set({ verdict: value === 'no' ? 'no' : 'yes' })}
            choices={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'Not yet' },
            ]}
          />
          {isYes && (
            <DateField
              label="Expires"
              value={answer.expiresOn ?? ''}
              today={today}
              onValue={(expiresOn) => set({ expiresOn })}
            />
          )}
        </div>
        <TextField
          label={isYes ? 'Evidence' : 'Evidence (optional)'}
          hint="A link (https://…) or an issue (#12)."
          value={answer.evidence}
          maxLength={500}
          autoComplete="off"
          onChange={({ target }) => set({ evidence: target.value })}
        />
        <TextArea
          label={isYes ? 'Note (optional)' : 'What to get right first'}
          rows={3}
          value={answer.note}
          maxLength={500}
          onChange={({ target }) => set({ note: target.value })}
        />
        <FormEnd submit="Save" disabledReason={reason}>
          {held && (
            <Button kind="quiet" disabledReason={busy ? 'Saving…' : null} onClick={() => void send(null)}>
              Withdraw answer
            </Button>
          )}
        </FormEnd>
      </form>
    </Dialog>
  )
}
