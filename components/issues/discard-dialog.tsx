'use client'

import { useRef } from 'react'

import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'

type Props = { what: string; onKeep: () => void; onDiscard: () => void }

/** Asked before words that were typed are thrown away. */
export function DiscardDialog({ what, onKeep, onDiscard }: Props) {
  const first = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      title="Discard what you wrote?"
      description={`Your changes of ${what} are not saved.`}
      first={first}
      onClose={onKeep}
    >
      <div className="flex justify-end gap-2">
        <Button kind="danger" onClick={onDiscard}>
          Discard
        </Button>
        <Button ref={first} kind="primary" onClick={onKeep}>
          Keep editing
        </Button>
      </div>
    </Dialog>
  )
}
