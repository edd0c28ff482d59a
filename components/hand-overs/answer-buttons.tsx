'use client'

import { useState } from 'react'

import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { may } from '#lib/domain/permissions.ts'

import { useHandOverActs } from './hand-over-acts.ts'
import type { Offer } from './hand-over-acts.ts'

const DeclineDialog = lazyPopup(async () => (await import('./decline-dialog.tsx')).DeclineDialog)

type Props = {
  group: string
  offer: Offer
  /** Who drives it until then, by name. */
  from: string
  /** Why it cannot be accepted now, beside one's rights. */
  why?: string | null
}

/** For whoever is asked to take over: yes, or no with a reason. */
export function AnswerButtons({ group, offer, from, why = null }: Props) {
  const actor = useActor(group)
  const acts = useHandOverActs(group)
  const [declining, setDeclining] = useState(false)
  if (!may(actor, 'issue.take')) return null
  return (
    <>
      <Button
        kind="primary"
        size="sm"
        aria-label={`Take over #${offer.ref}`}
        disabledReason={why}
        onClick={() => void acts.accept(offer, actor.handle)}
      >
        Take over
      </Button>
      <Button
        size="sm"
        aria-label={`Decline to take over #${offer.ref}`}
        onPointerEnter={DeclineDialog.ahead}
        onClick={() => setDeclining(true)}
      >
        Decline…
      </Button>
      {declining && (
        <DeclineDialog
          issue={offer.ref}
          from={from}
          onDecline={(reason) => acts.decline(offer, reason)}
          onClose={() => setDeclining(false)}
        />
      )}
    </>
  )
}
