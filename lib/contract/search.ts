import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { issueState } from './issues.ts'
import { inGroup, text } from './shapes.ts'

export const foundKind = z.enum(['issue', 'comment', 'epic', 'milestone', 'person', 'scope', 'boundary'])
export type FoundKind = z.output<typeof foundKind>

export const found = z.strictObject({
  kind: foundKind,
  /** The number of an issue or an epic, the slug of a milestone, the handle of a person, else the id of the row. */
  key: z.string(),
  /** The issue itself, or the one that the comment stands under. */
  issue: z.number().nullable(),
  title: z.string(),
  /** Of issues, epics and comments' issues. */
  state: issueState.nullable(),
  /** A few words of the text round what was found. */
  snippet: z.array(z.strictObject({ text: z.string(), hit: z.boolean() })),
})
export type Found = z.output<typeof found>

export const find = endpoint({
  id: 'search.find',
  method: 'GET',
  path: '/groups/{group}/search',
  summary:
    'Search issues, comments, epics, milestones, people, scope and boundaries; best match first, open before closed',
  input: z.strictObject({
    ...inGroup,
    q: text(200),
    kind: z.union([foundKind.transform((one) => [one]), z.array(foundKind)]).optional(),
    limit: z.coerce.number<string | number>().int().min(1).max(100).optional(),
  }),
  output: z.strictObject({ items: z.array(found) }),
  reads: ['issues', 'epics', 'milestones', 'people', 'teams'],
})
