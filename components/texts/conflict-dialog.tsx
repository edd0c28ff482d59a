'use client'

import { useState } from 'react'

import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { TextArea } from '#components/ui/field.tsx'

import { ComparedTexts } from './text-diff.tsx'
import type { Conflict } from './use-text-edit.ts'

type Props = {
  what: string
  mine: string
  conflict: Conflict
  errorText: string | null
  onSettle: (text: string) => void
  onTakeTheirs: () => void
  onClose: () => void
}

/** Two people edited one text: both versions are here, and the person who came second says what shall be. */
export function ConflictDialog({ what, mine, conflict, errorText, onSettle, onTakeTheirs, onClose }: Props) {
  const [merged, setMerged] = useState<string | null>(null)
  const { theirs, by } = conflict
  const they = by ?? 'Another person'
  return (
    <Dialog
      title={`${they} edited ${what} while you were editing`}
      description="The history keeps their version, and this device keeps yours."
      broad
      onClose={onClose}
    >
      <ComparedTexts left={{ title: 'Yours', text: mine }} right={{ title: by ?? 'Theirs', text: theirs }} />
      {merged !== null && (
        <TextArea
          label="Merged by hand"
          rows={6}
          value={merged}
          onChange={(event) => setMerged(event.target.value)}
        />
      )}
      {errorText && (
        <p role="alert" className="rounded-sm bg-warn-soft px-2.5 py-1.5 text-warn">
          {errorText}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button kind="quiet" onClick={onTakeTheirs}>
          Take theirs
        </Button>
        <Button onClick={() => onSettle(mine)}>Take mine</Button>
        {merged === null ? (
          <Button kind="primary" onClick={() => setMerged(mine)}>
            Merge by hand
          </Button>
        ) : (
          <Button
            kind="primary"
            disabledReason={merged.trim() === '' ? 'Enter the merged text.' : null}
            onClick={() => onSettle(merged)}
          >
            Save the merged text
          </Button>
        )}
      </div>
    </Dialog>
  )
}
