import { z } from 'zod'
import { EVENT_KINDS } from '#lib/domain/event-nouns.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { card } from './issues.ts'
import { cursor, day, handle, inGroup, instant, issueRef, pageOf, pageSize } from './shapes.ts'

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

export const eventKind = z.enum(EVENT_KINDS)

export const listEvents = endpoint({
  id: 'events.list',
  method: 'GET',
  path: '/groups/{group}/events',
  summary: 'Events as sentences, newest first; filtered by issue, person, kind or day',
  input: z.strictObject({
    ...inGroup,
    issue: issueRef.optional(),
    /** Handle of the person who acted; `clock` for what happened by itself. */
    actor: handle.optional(),
    about: eventKind.optional(),
    /** On the calendar of the group. */
    day: day.optional(),
    cursor: cursor.optional(),
    limit: pageSize.optional(),
  }),
  output: pageOf(eventEntry),
  reads: ['events', 'issues'],
})

export const listDays = endpoint({
  id: 'events.days',
  method: 'GET',
  path: '/groups/{group}/days',
  summary: 'The days on which something happened in the group, on its calendar, and how much',
  input: z.strictObject({
    ...inGroup,
    /** Both included; without them the 92 days until today. At most 1,100 days. */
    from: day.optional(),
    to: day.optional(),
  }),
  output: z.strictObject({
    from: day,
    to: day,
    /** The first day of the group: before it there is nothing to look at. */
    began: day,
    today: day,
    /** The earliest first; days without an event are left out, and so are events that the reader may not see. */
    items: z.array(z.strictObject({ day, events: z.number() })),
  }),
  reads: ['events', 'issues'],
})
export type Days = z.output<typeof listDays.output>

export const myAct = eventEntry.extend({
  /** What else belongs to the act, as sentences, the first of them; `parts` counts all of it. */
  also: z.array(z.string()),
  parts: z.number(),
  /** How many issues it is about. */
  issues: z.number(),
  /** Null when it can be taken back now, or some of it; else why not, in words. */
  whyNotUndo: z.string().nullable(),
})
export type MyAct = z.output<typeof myAct>

export const listMyEvents = endpoint({
  id: 'events.mine',
  method: 'GET',
  path: '/groups/{group}/events/mine',
  summary: 'Your changes of the last day, newest first, each with whether you can undo it',
  input: z.strictObject({ ...inGroup, cursor: cursor.optional(), limit: pageSize.optional() }),
  output: pageOf(myAct),
  reads: ['events', 'issues'],
})

/**
 * What was taken back: the newest event, the issues as they are now, and what stays as it is, and why. An act on many
 * issues is taken back in pieces, so that nobody else waits long: `next` is what the next piece is `below`.
 */
export const undone = z.strictObject({
  event: z.number(),
  cards: z.array(card),
  /** How many changes were taken back. */
  done: z.number(),
  refused: z.array(z.strictObject({ event: z.number(), because: z.string() })),
  /** What the rules let through and still say to it, as they did to the act itself. */
  warnings: z.array(z.strictObject({ ref: z.number(), code: z.string(), because: z.string() })),
  next: z.number().nullable(),
})
export type Undone = z.output<typeof undone>

export const undoEvent = endpoint({
  id: 'events.undo',
  method: 'POST',
  path: '/groups/{group}/events/{event}/undo',
  summary:
    'Undo a change of yours of the last day, completely; refused when another person changed the same thing since',
  input: z.strictObject({ ...inGroup, event: issueRef, below: issueRef.optional() }),
  output: undone,
})

const change = z.strictObject({ from: z.string(), to: z.string() })

export const compareTexts = endpoint({
  id: 'events.compare',
  method: 'GET',
  path: '/groups/{group}/events/{event}/texts',
  summary: 'The text of a title, a description or a comment before and after an edit',
  input: z.strictObject({ ...inGroup, event: issueRef }),
  output: z.strictObject({
    title: change.nullable(),
    description: change.nullable(),
    comment: change.nullable(),
  }),
})

export const checkChain = endpoint({
  id: 'events.check',
  method: 'GET',
  path: '/groups/{group}/event-chain',
  summary: 'Verify the log: recompute the hash of every event, each from the one before',
  input: z.strictObject(inGroup),
  output: z.strictObject({
    /** How many events the group has. */
    events: z.number(),
    /** The first event that does not fit: altered, out of number, or missing; null when all of them do. */
    broken: z.number().nullable(),
  }),
})

export const eventEndpoints = [
  listEvents,
  checkChain,
  listDays,
  listMyEvents,
  compareTexts,
  undoEvent,
] satisfies Endpoint[]
