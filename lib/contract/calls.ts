import { z } from 'zod'
import { NUMBERED_KINDS } from '#lib/domain/subjects.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { cursor, day, handle, inGroup, instant, issueRef, line, safeLink, subjectParam } from './shapes.ts'

const person = z.strictObject({ handle: z.string(), name: z.string() })

export const call = z.strictObject({
  id: z.number(),
  about: z.strictObject({ kind: z.enum(NUMBERED_KINDS), ref: z.number(), title: z.string() }),
  day,
  /** Who was in it, by name. */
  people: z.array(person),
  outcome: z.string(),
  /** Why async was not enough. */
  why: z.string(),
  /** A link; empty for none. */
  recording: z.string(),
  by: z.string().nullable(),
  at: instant,
})
export type Call = z.output<typeof call>

const people = z.array(handle).min(2, 'Name at least two people who were in the call.').max(50)
const one = { ...inGroup, call: issueRef }
const changed = z.strictObject({ call, event: z.number() })

export const listCalls = endpoint({
  id: 'calls.list',
  method: 'GET',
  path: '/groups/{group}/calls',
  summary: 'Calls that were noted on issues and epics, the newest first, and how many there were of late',
  input: z.strictObject({
    ...inGroup,
    /** Calls about this alone. */
    subject: subjectParam.optional(),
    after: cursor.optional(),
  }),
  output: z.strictObject({
    items: z.array(call),
    next: z.string().nullable(),
    /** Of the last eight weeks. */
    rate: z.strictObject({ calls: z.number(), recorded: z.number(), weeks: z.number() }),
    /** Today in the group's time zone. */
    today: day,
  }),
  reads: ['calls', 'issues', 'epics', 'people'],
})

export const noteCall = endpoint({
  id: 'calls.note',
  method: 'POST',
  path: '/groups/{group}/calls',
  summary: 'Note a call that async could not replace on its issue or epic, with its outcome and recording',
  input: z.strictObject({
    ...inGroup,
    subject: subjectParam,
    day,
    people,
    outcome: line(500),
    why: line(300),
    recording: safeLink.optional(),
  }),
  output: changed,
})

export const editCall = endpoint({
  id: 'calls.edit',
  method: 'PATCH',
  path: '/groups/{group}/calls/{call}',
  summary: 'Change what was noted of a call, such as its recording',
  input: z.strictObject({
    ...one,
    day: day.optional(),
    people: people.optional(),
    outcome: line(500).optional(),
    why: line(300).optional(),
    recording: safeLink.optional(),
  }),
  output: changed,
})

export const removeCall = endpoint({
  id: 'calls.remove',
  method: 'DELETE',
  path: '/groups/{group}/calls/{call}',
  summary: 'Remove the note of a call',
  input: z.strictObject(one),
  output: z.strictObject({ event: z.number() }),
})

export const callEndpoints = [listCalls, noteCall, editCall, removeCall] satisfies Endpoint[]
