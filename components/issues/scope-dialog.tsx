'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextArea } from '#components/ui/field.tsx'

type Props = {
  subject: string
  scope: string
  onSave: (scope: string | null) => Promise<boolean>
  onClose: () => void
}

/** Handbook › Ready for Development Status: "the scope of the spike should be clearly stated". */
export function ScopeDialog({ subject, scope, onSave, onClose }: Props) {
  const [words, setWords] = useState(scope)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() === scope || (await onSave(words.trim() || null))) onClose()
  }
  return (
    <Dialog title={`The scope of ${subject} as a spike`} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <TextArea
          label="Scope"
          hint="What it shall find out, and when that is enough. The outcome may be code or a refined issue."
          rows={5}
          maxLength={10_000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit">
            Keep this scope
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
