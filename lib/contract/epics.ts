import { z } from 'zod'

export const epicFacts = z.strictObject({ number: z.number(), title: z.string(), closed: z.boolean() })
