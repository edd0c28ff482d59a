import { z } from 'zod'
import type { FactName } from '#lib/domain/facts/names.ts'
import { HEALTHS } from '#lib/domain/facts/health.ts'
import { day } from './shapes.ts'

/** The facts of an issue that are one value each: those that every card carries. */
export const ON_CARDS = {
  due: day.nullable(),
  confidential: z.boolean(),
} satisfies Partial<Record<FactName, z.ZodType>>

/** And those that only the page of an issue and the lines of a list carry. */
export const BESIDE_CARDS = {
  health: z.enum(HEALTHS).nullable(),
} satisfies Partial<Record<FactName, z.ZodType>>

/** As one change of many issues. */
export const FACT_CHANGES = [
  z.strictObject({ what: z.literal('health'), health: BESIDE_CARDS.health }),
  z.strictObject({ what: z.literal('due'), due: ON_CARDS.due }),
  z.strictObject({ what: z.literal('confidential'), confidential: ON_CARDS.confidential }),
] as const
