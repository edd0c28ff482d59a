import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { changed } from './issues.ts'
import { cursor, inGroup, instant, issueRef, pageOf, pageSize } from './shapes.ts'

export const eventEntry = z.strictObject({
  number: z.number(),
  type: z.string(),
  at: instant,
  /** Handle; null when the clock acted. */
  actor: z.string().nullable(),
  actorName: z.string(),
  issue: z.number().nullable(),
  issueTitle: z.string().nullable(),
  sentence: z.string(),
})
export type EventEntry = z.output<typeof eventEntry>

export const listEvents = endpoint({
  id: 'events.list',
  method: 'GET',
  path: '/groups/{group}/events',
  summary: 'What happened, newest first, as sentences; of one issue when asked',
  input: z.strictObject({
    ...inGroup,
    issue: issueRef.optional(),
    cursor: cursor.optional(),
    limit: pageSize.optional(),
  }),
  output: pageOf(eventEntry),
  reads: ['events', 'issues'],
})

export const undoEvent = endpoint({
  id: 'events.undo',
  method: 'POST',
  path: '/groups/{group}/events/{event}/undo',
  summary: 'Take back an act of yours of the last day, unless someone changed the same thing since',
  input: z.strictObject({ ...inGroup, event: issueRef }),
  output: changed,
})
