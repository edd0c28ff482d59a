'use client'

import { useState } from 'react'

import { HandOverForm } from '#components/hand-overs/hand-over-dialog.tsx'
import type { HandOver } from '#components/hand-overs/hand-over-acts.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import type { Epic } from '#lib/contract/epics.ts'
import { proposedEpicPackage } from '#lib/domain/hand-over-package.ts'
import type { Actor } from '#lib/domain/permissions.ts'

type Props = {
  group: string
  epic: Epic
  lookups: Pick<Lookups, 'people'>
  actor: Actor & { handle: string }
  /** Resolves to whether the question is over. */
  onHandOver: (handOver: HandOver) => Promise<unknown>
  onClose: () => void
}

/** Handbook › Scoping work: the tech lead "ensures the scope is correct", and leaves the next one what they know of it. */
export function EpicHandOver({ epic, onClose, ...props }: Props) {
  const [seen] = useState(epic.techLead)
  const [proposed] = useState(() => (seen === null ? '' : proposedEpicPackage(epic)))
  return (
    <Dialog title={`Hand over &${epic.number}`} wide onClose={onClose}>
      <HandOverForm
        {...props}
        what="epic"
        driven={{ dri: epic.techLead, offeredTo: epic.offeredTo, state: epic.closed ? 'closed' : 'open' }}
        seen={seen}
        proposed={proposed}
        onClose={onClose}
      />
    </Dialog>
  )
}
