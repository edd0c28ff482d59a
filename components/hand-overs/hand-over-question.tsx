'use client'

import { useState } from 'react'

import type { Lookups } from '#components/lookups/lookups.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import type { Issue } from '#lib/contract/issues.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'

import { useHandOverActs } from './hand-over-acts.ts'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { WaitingHandOver, waitingOf } from './waiting-hand-over.tsx'

type Props = {
  group: string
  issue: Issue
  lookups: Pick<Lookups, 'people'>
  actor: Actor & { handle: string }
  onClose: () => void
}

/** What the key and the button about the DRI open: the hand-over that waits, or the words for a new one. */
export function HandOverQuestion({ group, issue, lookups, actor, onClose }: Props) {
  const acts = useHandOverActs(group)
  const waits = waitingOf(issue) !== null
  const [began] = useState(waits)
  const [past, setPast] = useState(false)
  if (!began || past) {
    return (
      <HandOverDialog
        group={group}
        issue={issue}
        lookups={lookups}
        actor={actor}
        onHandOver={(input) => acts.handOver(issue.ref, input)}
        onClose={onClose}
      />
    )
  }
  return (
    <Dialog title={`The hand-over of #${issue.ref}`} wide onClose={onClose}>
      <WaitingHandOver group={group} issue={issue} lookups={lookups} actor={actor} />
      {!waits && <p>This hand-over is no longer pending.</p>}
      <div className="flex flex-wrap justify-end gap-2">
        {waits && may(actor, 'assign.others') && (
          <Button onClick={() => setPast(true)}>Hand over now…</Button>
        )}
        <Button kind="quiet" onClick={onClose}>
          Close
        </Button>
      </div>
    </Dialog>
  )
}
