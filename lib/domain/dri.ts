import type { Refusal } from '#lib/kit/refusal.ts'

import { may } from './permissions.ts'
import type { Role } from './permissions.ts'
import type { NumberedKind } from './subjects.ts'

/** People are compared by id; names only make the refusal readable. */
export type Take = { open: boolean; dri: string | null; me: string; myName?: string; driName?: string | null }
/** `asked` is the name of the person whom a hand-over waits for. */
export type Release = { dri: string | null; me: string; driName?: string | null; asked?: string | null }
export type HandOver = { from: string | null; to: string; context: string }
type Named = { id: string; name: string }

/** Handbook › Directly Responsible Individuals: "Every issue … the team is actively working on has a single named DRI." */
export function whyNotTake({ open, dri, me, driName }: Take): Refusal | null {
  if (dri === me) return { code: 'already_yours', because: 'You are already the DRI.' }
  if (!open) return { code: 'closed', because: 'This issue is closed. Reopen it first.' }
  if (dri !== null) {
    const who = driName ?? 'Another person'
    return { code: 'taken', because: `${who} is already the DRI. Ask for a hand-over.` }
  }
  return null
}

/** Handbook › Directly Responsible Individuals: "You can delegate work, but accountability stays with you." */
export function whyNotRelease({ dri, me, driName, asked = null }: Release): Refusal | null {
  if (dri === null) return { code: 'no_dri', because: 'It has no DRI.' }
  if (dri !== me) {
    return {
      code: 'not_the_dri',
      because: `${driName ?? 'Another person'} is the DRI. Only the DRI can step down.`,
    }
  }
  return asked === null ? null : waits(asked)
}

/**
 * Handbook › Directly Responsible Individuals: "It should happen explicitly (not by drift) and with enough context
 * handed over that the new DRI isn't starting from scratch."
 */
export function whyNotHandOver({ from, to, context }: HandOver): Refusal | null {
  if (from === to) return { code: 'same_dri', because: 'This person is already the DRI.' }
  if (from !== null && context.trim() === '') {
    return { code: 'context_missing', because: 'Add context for the next DRI.' }
  }
  return null
}

/** A person who could not drive an issue is not asked to take it over. */
export function whyNotDrive({ name, roles }: { name: string; roles: readonly Role[] }): Refusal | null {
  if (may({ roles, admin: false }, 'issue.take')) return null
  return { code: 'not_a_driver', because: `${name} does not drive issues here.` }
}

/** Handbook › Directly Responsible Individuals: "explicitly (not by drift)". What was seen may have changed meanwhile. */
export function whyNotAsSeen(seen: string | null, now: Named | null): Refusal | null {
  if (seen === (now?.id ?? null)) return null
  const is = now === null ? 'This issue no longer has a DRI' : `${now.name} is now the DRI`
  return { code: 'dri_changed', because: `${is}. Check the change and try again.` }
}

/** Offers are made of open work, one at a time; the EM's word at once goes past one that waits. */
export function whyNotOffer({
  open,
  asked,
  what = 'issue',
}: {
  open: boolean
  asked: string | null
  what?: NumberedKind
}): Refusal | null {
  if (!open) return { code: 'closed', because: `This ${what} is closed. Reopen it first.` }
  return asked === null ? null : waits(asked)
}

const waits = (asked: string): Refusal => ({
  code: 'hand_over_waits',
  because: `A hand-over to ${asked} is pending. Withdraw it first.`,
})

export const OUTCOMES = ['accepted', 'declined', 'withdrawn', 'overtaken'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** A hand-over that was offered: it waits until it has an outcome, and until then `from` stays accountable. */
export type Offer = {
  from: Named
  to: Named
  by: Named
  outcome: Outcome | null
  answeredBy: Named | null
}

const ENDED: Record<Outcome, string> = {
  accepted: 'accepted this hand-over',
  declined: 'declined this hand-over',
  withdrawn: 'withdrew this hand-over',
  overtaken: 'made another person the DRI',
}

/** Of several who answer at once one is heard; the others read who it was. */
export function whyNotAnswer({ outcome, answeredBy }: Offer): Refusal | null {
  if (outcome === null) return null
  const because = `${answeredBy?.name ?? 'Another person'} already ${ENDED[outcome]}.`
  return { code: 'answered', because }
}

/** Accountability passes to the person who accepts it, and to no one else. */
export function whyNotAccept({
  offer,
  me,
  open,
  what = 'issue',
}: {
  offer: Offer
  me: string
  open: boolean
  what?: NumberedKind
}): Refusal | null {
  if (offer.to.id !== me) return notAsked(offer)
  return open ? null : { code: 'closed', because: `This ${what} is closed. Reopen it first.` }
}

export function whyNotDecline({
  offer,
  me,
  reason,
}: {
  offer: Offer
  me: string
  reason: string
}): Refusal | null {
  if (offer.to.id !== me) return notAsked(offer)
  if (reason.trim() !== '') return null
  return { code: 'reason_missing', because: 'Give a reason, so that the DRI can ask another person.' }
}

const notAsked = ({ to }: Offer): Refusal => ({
  code: 'not_asked',
  because: `Only ${to.name} can answer this hand-over.`,
})

/** The person who asked can withdraw it; the DRI and the EM can end it too, for it is their work that waits. */
export function whyNotWithdraw({ offer, me, em }: { offer: Offer; me: string; em: boolean }): Refusal | null {
  if (em || offer.by.id === me || offer.from.id === me) return null
  return { code: 'not_yours', because: `Only ${offer.by.name} or the engineering manager can withdraw it.` }
}
