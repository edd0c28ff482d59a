'use client'

import { useRef } from 'react'
import type { ComponentProps } from 'react'

import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'

import { AddPoint } from './add-point.tsx'
import { AgendaList } from './agenda-list.tsx'

type Props = Omit<ComponentProps<typeof AgendaList>, 'currentLine'> & {
  group: string
  isOpen: boolean
  onClose: () => void
}

/** The whole agenda on a phone, over the item that is talked about. */
export function AgendaSheet({ group, isOpen, onClose, onGo, ...list }: Props) {
  const current = useRef<HTMLButtonElement>(null)
  const go = (key: string) => {
    onGo(key)
    onClose()
  }
  return (
    <Dialog sheet title="Agenda" first={current} onClose={onClose}>
      <div className="-mx-2.5 flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-0.5">
        <AgendaList {...list} currentLine={current} onGo={go} />
        {isOpen && <AddPoint group={group} />}
      </div>
      <div className="flex justify-end border-t border-line pt-3">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  )
}
