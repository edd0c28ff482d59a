'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { removeBoard } from '#lib/contract/boards.ts'
import { boardLink } from '#lib/kit/links.ts'

import { leaving } from '#components/boards/leaving.ts'

type Props = {
  group: string
  board: { slug: string; title: string }
  /** Leads elsewhere when the board is gone on which one was; stays where one is otherwise. */
  leave?: boolean
  onClose: () => void
}

export function RemoveBoardDialog({ group, board, leave = false, onClose }: Props) {
  const router = useRouter()
  const { change, busy } = useBusyChange()
  useEffect(() => () => leaving.set({ board: null }), [])
  const remove = async () => {
    // the stream may tell of it before the answer, and the page may be left after it
    if (leave) leaving.set({ board: board.slug })
    const removed = await change({
      endpoint: removeBoard,
      input: { group, board: board.slug },
      message: `Removed the board “${board.title}”. Its issues are unchanged.`,
    })
    if (!removed) leaving.set({ board: null })
    else if (leave) router.push(boardLink(group, 'build'))
    else onClose()
  }
  return (
    <Dialog
      title={`Remove board “${board.title}”?`}
      description="This removes the board and its saved views for everyone in the group. You can undo it within a day. No issue changes."
      onClose={onClose}
    >
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button kind="danger" disabledReason={busy ? 'Removing…' : null} onClick={() => void remove()}>
          Remove board
        </Button>
      </div>
    </Dialog>
  )
}
