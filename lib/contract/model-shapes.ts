import { z } from 'zod'
import { READINESS } from '#lib/domain/models/readiness.ts'

/** The model of the register that an issue adds, and what is first to get right where that is not ready. */
export const addedModel = z
  .strictObject({
    id: z.number(),
    name: z.string(),
    readiness: z.enum(READINESS),
    first: z.string().nullable(),
  })
  .nullable()
