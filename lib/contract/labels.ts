import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { inGroup, line, text } from './shapes.ts'

export const labelFacts = z.strictObject({
  id: z.string(),
  title: z.string(),
  hue: z.number(),
  meaning: z.string().nullable(),
})

export const listLabels = endpoint({
  id: 'labels.list',
  method: 'GET',
  path: '/groups/{group}/labels',
  summary: 'The labels of a group with their meanings',
  input: z.strictObject(inGroup),
  output: z.strictObject({
    items: z.array(labelFacts.extend({ scope: z.string().nullable(), description: z.string() })),
  }),
  reads: ['labels'],
})

export const createLabel = endpoint({
  id: 'labels.create',
  method: 'POST',
  path: '/groups/{group}/labels',
  summary: 'Create a label, with a meaning if a rule should know it',
  input: z.strictObject({
    ...inGroup,
    title: line(255),
    description: text(1000).optional(),
    hue: z.number().int().min(0).max(359).optional(),
    meaning: text(80).nullable().optional(),
  }),
  output: z.strictObject({ label: labelFacts, event: z.number() }),
})
