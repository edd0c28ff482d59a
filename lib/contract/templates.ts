import { z } from 'zod'
import { type Endpoint, endpoint } from './endpoint.ts'
import { inGroup, issueRef, line, text } from './shapes.ts'

const workType = z.enum(['bug', 'maintenance', 'feature', 'ignore'])

export const template = z.strictObject({
  id: z.number(),
  title: z.string(),
  /** The work it is meant for; null for any. */
  type: workType.nullable(),
  body: z.string(),
})
export type Template = z.output<typeof template>

const facts = { title: line(80), type: workType.nullable(), body: text(20_000) }
const answer = z.strictObject({ template, event: z.number() })

export const listTemplates = endpoint({
  id: 'templates.list',
  method: 'GET',
  path: '/groups/{group}/templates',
  summary: 'The templates for the descriptions of new issues, in their order',
  input: z.strictObject(inGroup),
  output: z.strictObject({ items: z.array(template) }),
  reads: ['templates'],
})

export const createTemplate = endpoint({
  id: 'templates.create',
  method: 'POST',
  path: '/groups/{group}/templates',
  summary: 'Add a template',
  input: z.strictObject({ ...inGroup, ...facts }),
  output: answer,
})

export const beginTemplates = endpoint({
  id: 'templates.begin',
  method: 'POST',
  path: '/groups/{group}/starting-templates',
  summary: 'Add the starter templates, except those whose title exists',
  input: z.strictObject(inGroup),
  output: z.strictObject({ added: z.number(), event: z.number().nullable() }),
})

export const editTemplate = endpoint({
  id: 'templates.edit',
  method: 'PUT',
  path: '/groups/{group}/templates/{template}',
  summary:
    'Edit a template as read in a version; editing an older version returns the current text (409, stale)',
  input: z.strictObject({
    ...inGroup,
    template: issueRef,
    ...facts,
    /** The text that was read. */
    was: text(20_000),
  }),
  output: answer,
})

export const removeTemplate = endpoint({
  id: 'templates.remove',
  method: 'DELETE',
  path: '/groups/{group}/templates/{template}',
  summary: 'Remove a template; issues created from it stay as they are',
  input: z.strictObject({ ...inGroup, template: issueRef }),
  output: z.strictObject({ event: z.number() }),
})

export const templateEndpoints = [
  listTemplates,
  createTemplate,
  beginTemplates,
  editTemplate,
  removeTemplate,
] satisfies Endpoint[]
