'use client'

import { Button } from '#components/ui/button.tsx'
import { ModKbd } from '#components/ui/keys/kbd.tsx'
import type { Way } from '#components/shell/toasts.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'

import type { TextEdit } from './use-text-edit.ts'

const DiscardDialog = lazyPopup(async () => (await import('#components/ui/popups/dialog.tsx')).DiscardDialog)
const ConflictDialog = lazyPopup(async () => (await import('./conflict-dialog.tsx')).ConflictDialog)

type Props = {
  /** What is edited, such as 'the title'. */
  what: string
  edit: TextEdit
  /** Why it cannot be saved as it is. */
  reason?: string | null
  /** What a person does next where it was refused. */
  ways?: readonly Way[]
}

/** Below a text that is being edited: what became of it, and the ways out. */
export function EditFeet({ what, edit, reason, ways }: Props) {
  const busy = edit.status === 'sending' ? 'Saving…' : null
  return (
    <>
      <EditMessage edit={edit} ways={ways} />
      <div className="flex items-center justify-end gap-2">
        <Button kind="quiet" onClick={edit.cancel}>
          Cancel
        </Button>
        <Button kind="primary" disabledReason={reason ?? busy} onClick={edit.submit}>
          Save <ModKbd>↵</ModKbd>
        </Button>
      </div>
      {edit.isLeaving && (
        <DiscardDialog
          what={`Your changes of ${what} are not saved.`}
          onClose={edit.stay}
          onDiscard={edit.leave}
        />
      )}
      {edit.conflict && (
        <ConflictDialog
          what={what}
          mine={edit.value}
          conflict={edit.conflict}
          errorText={edit.errorText}
          onSettle={edit.settle}
          onTakeTheirs={() => edit.takeTheirs(what)}
          onClose={edit.postpone}
        />
      )}
    </>
  )
}

type EditMessageProps = { edit: Pick<TextEdit, 'errorText' | 'wasFound' | 'leave'>; ways?: Props['ways'] }

/** That a draft was found, or why a text is not sent yet and what can be done about it. */
export function EditMessage({ edit, ways = [] }: EditMessageProps) {
  if (edit.errorText)
    return (
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 rounded-sm bg-warn-soft px-2.5 py-1.5">
        <p role="alert" className="text-warn">
          {edit.errorText}
        </p>
        {ways.map(({ label, act }) => (
          <Button key={label} size="sm" onClick={act}>
            {label}
          </Button>
        ))}
      </div>
    )
  if (!edit.wasFound) return null
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-ink-2">
      Your earlier draft, kept on this device.
      <Button kind="quiet" size="sm" onClick={edit.leave}>
        Discard the draft
      </Button>
    </p>
  )
}
