'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

import { tellDone } from '#components/changes/undo.ts'
import { send, wordsOf } from '#components/changes/send.ts'
import { toast } from '#components/shell/toasts.ts'
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
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  useEffect(() => () => leaving.set({ board: null }), [])
  const remove = async () => {
    setBusy(true)
    // the stream may tell of it before the answer, and the page may be left after it
    if (leave) leaving.set({ board: board.slug })
    try {
      const { event } = await send(removeBoard, { group, board: board.slug })
      const text = `Removed the board “${board.title}”. Its issues are unchanged.`
      tellDone(client, group, { event, text })
      if (leave) router.push(boardLink(group, 'build'))
      else onClose()
    } catch (error) {
      leaving.set({ board: null })
      setBusy(false)
      toast({ text: wordsOf(error), tone: 'refused' })
    }
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
