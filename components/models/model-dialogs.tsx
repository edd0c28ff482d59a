'use client'

import { useBusyChange } from '#components/changes/use-change.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { editModel, removeModel } from '#lib/contract/models.ts'
import type { Model } from '#lib/contract/models.ts'
import { whyNotWaive } from '#lib/domain/models/models.ts'

import type { Asked, Person, Register } from './register.ts'

const AnswerDialog = lazyPopup(async () => (await import('./answer-dialog.tsx')).AnswerDialog)
const ModelDialog = lazyPopup(async () => (await import('./model-dialog.tsx')).ModelDialog)
const AskDialog = lazyPopup(async () => (await import('#components/ui/popups/ask-dialog.tsx')).AskDialog)
const FormDialog = lazyPopup(async () => (await import('#components/ui/popups/form-dialog.tsx')).FormDialog)

type Props = {
  group: string
  register: Register
  people: readonly Person[]
  me: string
  asked: Asked
  onClose: () => void
}

/** What changes one model, one question at a time. */
export function ModelDialogs({ group, register, people, me, asked: { model: id, what }, onClose }: Props) {
  const model = register.items.find((one) => one.id === id)
  if (!model) return null
  if (what === 'edit')
    return <ModelDialog group={group} people={people} model={model} me={me} onClose={onClose} />
  if (what === 'waive') return <WaiveDialog group={group} model={model} onClose={onClose} />
  if (what === 'remove') return <RemoveDialog group={group} model={model} onClose={onClose} />
  const question = register.questions.find((one) => one.id === what.question)
  if (!question) return null
  return (
    <AnswerDialog group={group} model={model} question={question} today={register.today} onClose={onClose} />
  )
}

type OneProps = { group: string; model: Model; onClose: () => void }

function WaiveDialog({ group, model, onClose }: OneProps) {
  const { change, busy } = useBusyChange()
  return (
    <FormDialog
      title={`Waive the readiness check of “${model.name}”`}
      description="Work that adds it can become a Deliverable. Your name and your reason stand in the register."
      questions={[{ name: 'reason', label: 'Reason', kind: 'text', max: 500 }]}
      values={{ reason: model.waiver?.reason ?? '' }}
      buttonLabel="Waive"
      busy={busy}
      whyNot={({ reason = '' }) => whyNotWaive({ reason })?.because ?? null}
      onSend={({ reason = '' }) =>
        change({
          endpoint: editModel,
          input: { group, model: model.id, waiver: { reason: reason.trim() } },
          message: `Waived “${model.name}”.`,
        })
      }
      onClose={onClose}
    />
  )
}

function RemoveDialog({ group, model, onClose }: OneProps) {
  const { change, busy } = useBusyChange()
  return (
    <AskDialog
      title={`Remove “${model.name}”?`}
      description="Its answers go with it. They stay in the activity of the group."
      buttonLabel="Remove"
      busy={busy}
      onDo={() =>
        change({
          endpoint: removeModel,
          input: { group, model: model.id },
          message: `Removed “${model.name}”.`,
        })
      }
      onClose={onClose}
    />
  )
}
