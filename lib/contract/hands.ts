import { z } from 'zod'
import { HAND_KINDS, MOST_OF_ASK } from '#lib/domain/hands.ts'
import { NUMBERED_KINDS } from '#lib/domain/subjects.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { cursor, inGroup, instant, issueRef, line, subjectParam, text } from './shapes.ts'

const hand = z.strictObject({
  id: z.number(),
  kind: z.enum(HAND_KINDS),
  ask: z.string(),
  /** What it is about; null for the person who raised it. */
  about: z.strictObject({ kind: z.enum(NUMBERED_KINDS), ref: z.number(), title: z.string() }).nullable(),
  /** Handles. */
  by: z.string(),
  raisedAt: instant,
  helper: z.string().nullable(),
  helpedAt: instant.nullable(),
  lowered: z.strictObject({ by: z.string().nullable(), at: instant, how: z.string() }).nullable(),
})
export type Hand = z.output<typeof hand>

const one = { ...inGroup, hand: issueRef }
const changed = z.strictObject({ hand, event: z.number() })

export const listHands = endpoint({
  id: 'hands.list',
  method: 'GET',
  path: '/groups/{group}/hands',
  summary:
    'Raised hands: the open ones, those that wait for help first and the longest first; or those that were lowered, the newest first',
  input: z.strictObject({
    ...inGroup,
    state: z.enum(['open', 'lowered']).optional(),
    /** Words of the ask, of how it ended, or of what it is about. */
    q: text(200).optional(),
    /** Hands about this alone. */
    subject: subjectParam.optional(),
    after: cursor.optional(),
  }),
  output: z.strictObject({
    items: z.array(hand),
    next: z.string().nullable(),
    /** Half of the hands of the last 90 days found help in so many minutes; null where they were fewer than three. */
    medianMinutes: z.number().nullable(),
  }),
  reads: ['hands', 'issues', 'epics', 'people'],
})

export const raiseHand = endpoint({
  id: 'hands.raise',
  method: 'POST',
  path: '/groups/{group}/hands',
  summary: 'Raise a hand: say in one sentence what you need, on an issue, an epic or of yourself',
  input: z.strictObject({
    ...inGroup,
    kind: z.enum(HAND_KINDS),
    ask: line(MOST_OF_ASK),
    subject: subjectParam.optional(),
  }),
  output: changed,
})

export const helpHand = endpoint({
  id: 'hands.help',
  method: 'POST',
  path: '/groups/{group}/hands/{hand}/help',
  summary: 'Help: the first who says so is the helper',
  input: z.strictObject(one),
  output: changed,
})

export const stopHelping = endpoint({
  id: 'hands.stop_helping',
  method: 'DELETE',
  path: '/groups/{group}/hands/{hand}/help',
  summary: 'No longer help: the hand waits for help again',
  input: z.strictObject(one),
  output: changed,
})

export const lowerHand = endpoint({
  id: 'hands.lower',
  method: 'POST',
  path: '/groups/{group}/hands/{hand}/lower',
  summary: 'Lower a hand, and say how it ended',
  input: z.strictObject({ ...one, how: line(500) }),
  output: changed,
})

export const handsEndpoints = [listHands, raiseHand, helpHand, stopHelping, lowerHand] satisfies Endpoint[]
