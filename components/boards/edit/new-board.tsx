'use client'

import { useState } from 'react'

import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { may } from '#lib/domain/permissions.ts'

export const ShapeDialog = lazyPopup(async () => (await import('./shape-dialog.tsx')).ShapeDialog)

/** Beside the list of boards, for those who make boards. */
export function NewBoard({ group }: { group: string }) {
  const [open, setOpen] = useState(false)
  if (!may(useActor(group), 'board.edit')) return null
  return (
    <>
      <Button
        kind="quiet"
        size="icon-sm"
        aria-label="New board"
        tip="New board"
        onPointerEnter={ShapeDialog.ahead}
        onClick={() => setOpen(true)}
      >
        <Icon name="plus" className="size-3.5" />
      </Button>
      {open && <ShapeDialog group={group} board={null} onClose={() => setOpen(false)} />}
    </>
  )
}
