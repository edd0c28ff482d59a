import { z } from 'zod'
import { SHELVES } from '#lib/domain/milestones.ts'
import { day, role } from './shapes.ts'

// What a board knows of things that are not its own. It stands apart so that a board carries nothing else of them.

export const labelFacts = z.strictObject({
  id: z.string(),
  title: z.string(),
  hue: z.number(),
  meaning: z.string().nullable(),
})

export const personFacts = z.strictObject({
  handle: z.string(),
  name: z.string(),
  roles: z.array(role),
})

export const milestoneFacts = z.strictObject({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  shelf: z.enum(SHELVES).nullable(),
  startOn: day.nullable(),
  dueOn: day.nullable(),
  closed: z.boolean(),
})
export type MilestoneFacts = z.output<typeof milestoneFacts>

/** Days on which a person is away, both included; why is told to them and the EM alone, and not here. */
export const absence = z.strictObject({ person: z.string(), from: day, to: day })
export type Absence = z.output<typeof absence>

export const epicFacts = z.strictObject({ number: z.number(), title: z.string(), closed: z.boolean() })

export const teamFacts = z.strictObject({ slug: z.string(), name: z.string(), members: z.array(z.string()) })
