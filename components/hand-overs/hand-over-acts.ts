'use client'

import { useMemo } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import { acceptHandOver, declineHandOver, handOverIssue, withdrawHandOver } from '#lib/contract/hand-overs.ts'

type Person = { handle: string; name: string }
/** Whom one saw as the DRI, and what one leaves the next DRI. */
export type HandOver = { from: string | null; to: Person; context: string; atOnce: boolean }
/** A hand-over that waits, by its issue and its own number. */
export type Offer = { ref: number; offer: number }

/** What can be done about a hand-over; each resolves to whether it was done. */
export type HandOverActs = ReturnType<typeof useHandOverActs>

export function useHandOverActs(group: string) {
  const change = useChange()
  return useMemo(() => {
    const of = ({ ref, offer }: Offer) => ({ group, ref, offer })
    return {
      handOver(ref: number, { from, to, context, atOnce }: HandOver) {
        const waits = from !== null && !atOnce
        return change({
          endpoint: handOverIssue,
          input: { group, ref, from, to: to.handle, context, ...(atOnce ? { atOnce } : {}) },
          issue: ref,
          optimistic: waits ? { offeredTo: to.handle } : { dri: to.handle, offeredTo: null },
          message: waits ? `Asked ${to.name} to take over #${ref}.` : `${to.name} is now the DRI of #${ref}.`,
        })
      },
      accept: (offer: Offer, me: string) =>
        change({
          endpoint: acceptHandOver,
          final: true,
          input: of(offer),
          issue: offer.ref,
          optimistic: { dri: me, offeredTo: null },
          message: `You are now the DRI of #${offer.ref}.`,
        }),
      decline: (offer: Offer, reason: string) =>
        change({
          endpoint: declineHandOver,
          final: true,
          input: { ...of(offer), reason },
          issue: offer.ref,
          optimistic: { offeredTo: null },
          message: `You declined to take over #${offer.ref}.`,
        }),
      withdraw: (offer: Offer) =>
        change({
          endpoint: withdrawHandOver,
          final: true,
          input: of(offer),
          issue: offer.ref,
          optimistic: { offeredTo: null },
          message: `The hand-over of #${offer.ref} is withdrawn.`,
        }),
    }
  }, [change, group])
}
