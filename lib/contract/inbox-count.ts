import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { inGroup, instant } from './shapes.ts'

// Apart from the rest of the inbox, since every page shows it.

/** What waits, without what is put off; and until when it is quiet. */
export const counted = { count: z.number(), quietUntil: instant.nullable() }

export const countInbox = endpoint({
  id: 'inbox.count',
  method: 'GET',
  path: '/groups/{group}/inbox/count',
  summary: 'The number of unread items in your inbox',
  input: z.strictObject(inGroup),
  output: z.strictObject(counted),
  reads: ['inbox'],
})
