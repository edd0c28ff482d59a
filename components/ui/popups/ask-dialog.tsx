'use client'

import { Button } from '#components/ui/button.tsx'
import { Dialog } from './dialog.tsx'

type Props = {
  title: string
  description: string
  /** The word on the button that does it. */
  buttonLabel: string
  keep?: string
  busy: boolean
  onDo: () => Promise<unknown>
  onClose: () => void
}

/** Asked before something that cannot be taken back. Closes when it was done, and stays when it was refused. */
export function AskDialog({ title, description, buttonLabel, keep = 'Cancel', busy, onDo, onClose }: Props) {
  const go = async () => {
    if ((await onDo()) !== null) onClose()
  }
  return (
    <Dialog title={title} description={description} onClose={onClose}>
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onClick={onClose}>
          {keep}
        </Button>
        <Button kind="danger" disabledReason={busy ? 'Working…' : null} onClick={() => void go()}>
          {buttonLabel}
        </Button>
      </div>
    </Dialog>
  )
}
