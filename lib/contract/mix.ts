import { z } from 'zod'

/** How work divides by type, in percent. */
export const mix = z.strictObject({ bug: z.number(), maintenance: z.number(), feature: z.number() })
export type Mix = z.output<typeof mix>
