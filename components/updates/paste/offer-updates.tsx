'use client'

import { useActor } from '#components/shell/use-group.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { may } from '#lib/domain/permissions.ts'

import { looksLikeUpdates } from './looks-like-updates.ts'
import type { WrittenOn } from './offered.ts'

const PasteOffer = lazily(async () => (await import('./paste-offer.tsx')).PasteOffer)

type Props = {
  group: string
  text: string
  /** Null where that is no work of its own. */
  issue: WrittenOn
  onPosted: () => void
}

/** Wherever a comment is written: one in the handbook’s format is offered as updates, to those who post some. */
export function OfferUpdates(props: Props) {
  const actor = useActor(props.group)
  return looksLikeUpdates(props.text) && may(actor, 'update.post') ? <PasteOffer {...props} /> : null
}
