import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { labelFacts } from './facts.ts'
import { inGroup, issueRef, line, text } from './shapes.ts'

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

export const listLabelUses = endpoint({
  id: 'labels.uses',
  method: 'GET',
  path: '/groups/{group}/label-uses',
  summary: 'How many issues have each label, and how many boards use it in a filter or as a column',
  input: z.strictObject(inGroup),
  output: z.strictObject({
    items: z.array(z.strictObject({ id: z.string(), issues: z.number(), boards: z.number() })),
  }),
  reads: ['labels', 'issues', 'boards'],
})

export const changeLabel = endpoint({
  id: 'labels.change',
  method: 'PATCH',
  path: '/groups/{group}/labels/{label}',
  summary:
    'Change the title, description, hue or meaning of a label; rules depend on the meaning, not on the title',
  input: z.strictObject({
    ...inGroup,
    label: issueRef,
    title: line(255).optional(),
    description: text(1000).optional(),
    hue: z.number().int().min(0).max(359).optional(),
    meaning: text(80).nullable().optional(),
  }),
  output: z.strictObject({ label: labelFacts, event: z.number() }),
})

export const removeLabel = endpoint({
  id: 'labels.remove',
  method: 'DELETE',
  path: '/groups/{group}/labels/{label}',
  summary: 'Remove a label that no issue and no board uses',
  input: z.strictObject({ ...inGroup, label: issueRef }),
  output: z.strictObject({ event: z.number() }),
})
