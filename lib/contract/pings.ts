import { z } from 'zod'
import { type Endpoint, endpoint } from './endpoint.ts'
import { inGroup, instant } from './shapes.ts'

export const ping = z.strictObject({
  id: z.number(),
  ref: z.number(),
  title: z.string(),
  open: z.boolean(),
  /** Null where the description names the person. */
  comment: z.number().nullable(),
  person: z.string(),
  personName: z.string(),
  by: z.string().nullable(),
  byName: z.string().nullable(),
  at: instant,
  words: z.string().nullable(),
})
export type Ping = z.output<typeof ping>

export const listPings = endpoint({
  id: 'pings.list',
  method: 'GET',
  path: '/groups/{group}/pings',
  summary: 'Mentions without an answer: those that wait for you, and yours that wait for others',
  input: z.strictObject(inGroup),
  output: z.strictObject({ forMe: z.array(ping), fromMe: z.array(ping) }),
  reads: ['issues'],
})

export const pingEndpoints = [listPings] satisfies Endpoint[]
