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

/** For the person who is asked to take an issue over: yes, or no with a reason. */
export function AnswerButtons({ group, offer, from, why = null }: Props) {
  const actor = useActor(group)
  const acts = useHandOverActs(group)
  if (!may(actor, 'issue.take')) return null
  return (
    <AnswerPair
      sign={`#${offer.ref}`}
      from={from}
      why={why}
      onAccept={() => acts.accept(offer, actor.handle)}
      onDecline={(reason) => acts.decline(offer, reason)}
    />
  )
}

type PairProps = {
  /** What is handed over, `#12` or `&3`. */
  sign: string
  from: string
  why: string | null
  onAccept: () => Promise<unknown>
  onDecline: (reason: string) => Promise<unknown>
}

export function AnswerPair({ sign, from, why, onAccept, onDecline }: PairProps) {
  const [declining, setDeclining] = useState(false)
  return (
    <>
      <Button
        kind="primary"
        size="sm"
        aria-label={`Take over ${sign}`}
        disabledReason={why}
        onClick={() => void onAccept()}
      >
        Take over
      </Button>
      <Button
        size="sm"
        aria-label={`Decline to take over ${sign}`}
        onPointerEnter={DeclineDialog.ahead}
        onClick={() => setDeclining(true)}
      >
        Decline…
      </Button>
      {declining && (
        <DeclineDialog sign={sign} from={from} onDecline={onDecline} onClose={() => setDeclining(false)} />
      )}
    </>
  )
}
