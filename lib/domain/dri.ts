import type { Refusal } from '#lib/kit/refusal.ts'

/** People are compared by id; names only make the refusal readable. */
export type Take = { open: boolean; dri: string | null; me: string; myName?: string; driName?: string | null }
export type Release = { dri: string | null; me: string; driName?: string | null }
export type HandOver = { from: string | null; to: string; context: string }

/** Handbook › Directly Responsible Individuals: "Every issue … the team is actively working on has a single named DRI." */
export function whyNotTake({ open, dri, me, driName }: Take): Refusal | null {
  if (dri === me) return { code: 'already_yours', because: 'You are already the DRI.' }
  if (!open) return { code: 'closed', because: 'It is closed: reopen it before you take it.' }
  if (dri !== null) {
    const who = driName ?? 'Someone else'
    return { code: 'taken', because: `${who} took it: ask for a hand-over if you should drive it.` }
  }
  return null
}

/** Handbook › Directly Responsible Individuals: "You can delegate work, but accountability stays with you." */
export function whyNotRelease({ dri, me, driName }: Release): Refusal | null {
  if (dri === null) return { code: 'no_dri', because: 'It has no DRI.' }
  if (dri !== me) {
    return { code: 'not_yours', because: `${driName ?? 'Someone else'} is the DRI; only they can let it go.` }
  }
  return null
}

/**
 * Handbook › Directly Responsible Individuals: "It should happen explicitly (not by drift) and with enough context
 * handed over that the new DRI isn't starting from scratch."
 */
export function whyNotHandOver({ from, to, context }: HandOver): Refusal | null {
  if (from === to) return { code: 'same_dri', because: 'They are already the DRI.' }
  if (from !== null && context.trim() === '') {
    return { code: 'context_missing', because: 'Leave the next DRI a few words of context.' }
  }
  return null
}
