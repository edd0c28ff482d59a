'use client'

import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { useSharedText } from '#components/ui/hooks/use-shared-text.ts'

import { OthersText, UNDECIDED } from '#components/texts/shared-text.tsx'

type Props = {
  subject: string
  scope: string
  /** As it is now, which changes when another person states it meanwhile. `was` is the text on which one built. */
  onSave: (scope: string | null, was: string | null) => Promise<unknown>
  onClose: () => void
}

/** Handbook › Ready for Development Status: "the scope of the spike should be clearly stated". */
export function ScopeDialog({ subject, scope, onSave, onClose }: Props) {
  const shared = useSharedText(scope)
  const typed = shared.text.trim()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (shared.theirs !== null) return
    if (typed === scope || (await onSave(typed || null, shared.was || null))) onClose()
  }
  return (
    <Dialog title={`The scope of ${subject} as a spike`} wide onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <OthersText what="this scope" shared={shared} />
        <TextArea
          label="Scope"
          hint="What it should find out, and when that is enough. The outcome may be code or a refined issue."
          rows={5}
          maxLength={10_000}
          value={shared.text}
          onChange={(event) => shared.change(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={shared.theirs === null ? null : UNDECIDED}>
            Save scope
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
