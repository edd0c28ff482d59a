'use client'

import { useMemo } from 'react'

import { usePerform } from '#components/changes/use-perform.ts'
import { acceptHandOver, declineHandOver, handOverIssue, withdrawHandOver } from '#lib/contract/hand-overs.ts'

type Person = { handle: string; name: string }
/** Whom one saw as the DRI, and what one leaves whoever comes next. */
export type HandOver = { from: string | null; to: Person; context: string; atOnce: boolean }
/** A hand-over that waits, by its issue and its own number. */
export type Offer = { ref: number; offer: number }

/** What can be done about a hand-over; each resolves to whether it was done. */
export type HandOverActs = ReturnType<typeof useHandOverActs>

export function useHandOverActs(group: string) {
  const perform = usePerform(group)
  return useMemo(() => {
    const of = ({ ref, offer }: Offer) => ({ group, ref, offer })
    return {
      handOver(ref: number, { from, to, context, atOnce }: HandOver) {
        const waits = from !== null && !atOnce
        return perform({
          endpoint: handOverIssue,
          input: { group, ref, from, to: to.handle, context, ...(atOnce ? { atOnce } : {}) },
          ref,
          hoped: waits ? { offeredTo: to.handle } : { dri: to.handle, offeredTo: null },
          told: waits ? `Asked ${to.name} to take over #${ref}.` : `${to.name} is now the DRI of #${ref}.`,
        })
      },
      accept: (offer: Offer, me: string) =>
        perform({
          endpoint: acceptHandOver,
          final: true,
          input: of(offer),
          ref: offer.ref,
          hoped: { dri: me, offeredTo: null },
          told: `You are now the DRI of #${offer.ref}.`,
        }),
      decline: (offer: Offer, reason: string) =>
        perform({
          endpoint: declineHandOver,
          final: true,
          input: { ...of(offer), reason },
          ref: offer.ref,
          hoped: { offeredTo: null },
          told: `You declined to take over #${offer.ref}.`,
        }),
      withdraw: (offer: Offer) =>
        perform({
          endpoint: withdrawHandOver,
          final: true,
          input: of(offer),
          ref: offer.ref,
          hoped: { offeredTo: null },
          told: `The hand-over of #${offer.ref} is withdrawn.`,
        }),
    }
  }, [perform, group])
}
