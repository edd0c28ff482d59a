'use client'

import { useState } from 'react'

import { useActor, useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import type { ButtonProps } from '#components/ui/button.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import type { MilestoneFacts } from '#lib/contract/facts.ts'
import { may } from '#lib/domain/permissions.ts'

const CloseDialog = lazyPopup(async () => (await import('./close-dialog.tsx')).CloseDialog)

type Props = Pick<ButtonProps, 'kind' | 'size'> & { group: string; milestone: MilestoneFacts }

/** The engineering manager closes a milestone that has started; nothing for others, for shelves and for what is closed. */
export function CloseMilestone({ group, milestone, ...look }: Props) {
  const actor = useActor(group)
  const { today } = useGroup(group)
  const [isOpen, setOpen] = useState(false)
  const { startOn, closed, title } = milestone
  const canClose = may(actor, 'milestone.close') && !closed && startOn !== null && startOn <= today
  // What it closed stays on the screen until the person has read it.
  if (!canClose && !isOpen) return null
  return (
    <>
      <Button
        {...look}
        aria-label={`Close milestone… ${title}`}
        onPointerEnter={CloseDialog.ahead}
        onFocus={CloseDialog.ahead}
        onClick={() => setOpen(true)}
      >
        Close milestone…
      </Button>
      {isOpen && <CloseDialog group={group} milestone={milestone} onClose={() => setOpen(false)} />}
    </>
  )
}
