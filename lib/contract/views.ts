import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { inGroup, issueRef, line, text } from './shapes.ts'

/** Where a view looks: the list of issues, or a board. */
export const viewPlace = z
  .string()
  .regex(/^(issues|boards\/[a-z0-9][a-z0-9._-]{0,79})$/, 'Either issues or boards/ and the name of a board.')

const title = line(80)
/** The part of an address behind the `?`. */
const query = text(4000)

export const savedView = z.strictObject({
  id: z.number(),
  title: z.string(),
  place: z.string(),
  query: z.string(),
  /** Whether the whole group has it, or just you. */
  shared: z.boolean(),
})
export type SavedView = z.output<typeof savedView>

export const listViews = endpoint({
  id: 'views.list',
  method: 'GET',
  path: '/groups/{group}/views',
  summary: 'Your saved views and those of the group, by title',
  input: z.strictObject(inGroup),
  output: z.strictObject({ items: z.array(savedView) }),
  reads: ['views'],
})

export const saveView = endpoint({
  id: 'views.save',
  method: 'POST',
  path: '/groups/{group}/views',
  summary: 'Save the current view of a list or a board, for yourself or, as PM or EM, for the group',
  input: z.strictObject({ ...inGroup, title, place: viewPlace, query, shared: z.boolean().optional() }),
  output: savedView,
})

export const renameView = endpoint({
  id: 'views.rename',
  method: 'PATCH',
  path: '/groups/{group}/views/{view}',
  summary: 'Change the title of a view, or save its current state',
  input: z.strictObject({ ...inGroup, view: issueRef, title: title.optional(), query: query.optional() }),
  output: savedView,
})

export const removeView = endpoint({
  id: 'views.remove',
  method: 'DELETE',
  path: '/groups/{group}/views/{view}',
  summary: 'Remove a view',
  input: z.strictObject({ ...inGroup, view: issueRef }),
  output: z.strictObject({ removed: z.number() }),
})
