import { z } from 'zod'
import { UNCLAIMED_REASONS } from '#lib/domain/unclaimed.ts'
import { handOver, instant } from './shapes.ts'

/** That there was no volunteer, the newest time it was recorded. */
export const unclaimedFacts = z.strictObject({
  reason: z.enum(UNCLAIMED_REASONS),
  note: z.string(),
  /** Handle of the person who recorded it; null for the clock. */
  by: z.string().nullable(),
  at: instant,
})

/** Who drives an issue and who did, what was offered, and that there was no volunteer while it has no DRI. */
export const whoDrives = {
  driHistory: z.array(
    z.strictObject({
      person: z.string(),
      from: instant,
      to: instant.nullable(),
      why: z.enum(['took', 'assigned', 'handed_over']),
      /** Who made them the DRI; null when the clock did. */
      by: z.string().nullable(),
      context: z.string(),
    }),
  ),
  /** The newest first: the one that waits, and those that came to something. */
  handOvers: z.array(handOver),
  unclaimed: unclaimedFacts.nullable(),
}
