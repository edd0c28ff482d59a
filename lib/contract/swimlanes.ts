import { z } from 'zod'
import { handle, issueRef, slug, text } from './shapes.ts'

/** The lane across the columns that a card is dropped into: the card gets what it stands for, or loses it. */
export const swimlane = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('epic'), epic: issueRef.nullable() }),
  z.strictObject({ by: z.literal('team'), team: slug.nullable() }),
  z.strictObject({
    by: z.literal('person'),
    /** The next DRI by the rules of hand-over; null steps down. */
    person: handle.nullable(),
    /** Whom the asker saw as the DRI; where another person is by now, nothing is moved. */
    from: handle.nullable().optional(),
    /** For the next DRI of what has one already. */
    context: text(10_000).optional(),
    /** False where an EM asks the next DRI, and does not decide. */
    atOnce: z.boolean().optional(),
  }),
])
export type EnteredSwimlane = z.output<typeof swimlane>
