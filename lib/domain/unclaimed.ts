import type { Refusal } from '#lib/kit/refusal.ts'

/** Why no one volunteered to drive an issue; `other` says it in words of its own. */
export const UNCLAIMED_REASONS = ['not_a_priority', 'overloaded', 'missing_skill', 'other'] as const
export type UnclaimedReason = (typeof UNCLAIMED_REASONS)[number]

/** As people choose them, and as they stand behind “No volunteer: ”. */
export const UNCLAIMED_TITLES: Record<UnclaimedReason, string> = {
  not_a_priority: 'Not a priority',
  overloaded: 'Overloaded',
  missing_skill: 'Missing skill',
  other: 'Other',
}

export type Unclaimed = { reason: UnclaimedReason; note: string }

/** “Overloaded, until the release is out”; of another reason its words alone. */
export function unclaimedText({ reason, note }: Unclaimed): string {
  const words = note.trim()
  if (reason === 'other') return words
  return words === '' ? UNCLAIMED_TITLES[reason] : `${UNCLAIMED_TITLES[reason]}, ${words}`
}

type Facts = Unclaimed & { open: boolean; dri: string | null }

/**
 * Handbook › How DRIs get assigned: "If no one volunteers, we discuss why, maybe it isn't actually a priority, or the team
 * is overloaded." `dri` is the name of the person who drives it.
 */
export function whyNotUnclaimed({ open, dri, reason, note }: Facts): Refusal | null {
  if (!open) return { code: 'closed', because: 'This issue is closed. Reopen it first.' }
  if (dri !== null) return { code: 'has_dri', because: `${dri} is already the DRI.` }
  return whyNotReason({ reason, note })
}

/** What another reason is must be said. */
export function whyNotReason({ reason, note }: Unclaimed): Refusal | null {
  if (reason !== 'other' || note.trim() !== '') return null
  return { code: 'reason_missing', because: 'Say why there was no volunteer.' }
}
