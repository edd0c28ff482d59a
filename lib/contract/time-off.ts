import { z } from 'zod'
import { TIME_OFF_KINDS } from '#lib/domain/time-off.ts'
import { coverEndpoints } from './cover.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { day, handle, inGroup, issueRef, text, warning } from './shapes.ts'

const days = {
  /** First and last day, both included. */
  from: day,
  to: day,
  /** Away from noon of the first day, and until noon of the last. */
  fromNoon: z.boolean(),
  untilNoon: z.boolean(),
}
const kind = z.enum(TIME_OFF_KINDS)
const note = text(500)

const away = { id: z.number(), person: handle, ...days }

export const timeOffEntry = z.strictObject({
  ...away,
  name: z.string(),
  /** Told to the person and the engineering manager; null for everyone else. */
  kind: kind.nullable(),
  note: z.string().nullable(),
  /** Entered less than a full milestone in advance. */
  shortNotice: z.boolean(),
  mine: z.boolean(),
  editable: z.boolean(),
})
export type TimeOffEntry = z.output<typeof timeOffEntry>

export const listTimeOff = endpoint({
  id: 'time-off.list',
  method: 'GET',
  path: '/groups/{group}/time-off',
  summary:
    'Who is away between two days, from today for a year unless said; kind and note only of your own entries, and for the EM',
  input: z.strictObject({
    ...inGroup,
    from: day.optional(),
    to: day.optional(),
    person: handle.optional(),
  }),
  output: z.strictObject({ items: z.array(timeOffEntry) }),
  reads: ['time_off', 'people', 'milestones'],
})

/** Without kind and note: an answer is kept for retries, and they are kept in one place alone. */
const answer = z.strictObject({
  entry: z.strictObject(away),
  warnings: z.array(warning),
  event: z.number(),
})

const halves = { fromNoon: days.fromNoon.optional(), untilNoon: days.untilNoon.optional() }

export const addTimeOff = endpoint({
  id: 'time-off.add',
  method: 'POST',
  path: '/groups/{group}/time-off',
  summary:
    'Add time off, your own or as the EM of another person; what overlaps an entry of the same kind becomes one with it',
  input: z.strictObject({
    ...inGroup,
    person: handle.optional(),
    from: day,
    to: day,
    ...halves,
    kind,
    note: note.optional(),
  }),
  output: answer,
})

export const editTimeOff = endpoint({
  id: 'time-off.edit',
  method: 'PATCH',
  path: '/groups/{group}/time-off/{entry}',
  summary: 'Change the days, kind or note of time off',
  input: z.strictObject({
    ...inGroup,
    entry: issueRef,
    from: day.optional(),
    to: day.optional(),
    ...halves,
    kind: kind.optional(),
    note: note.optional(),
  }),
  output: answer,
})

export const removeTimeOff = endpoint({
  id: 'time-off.remove',
  method: 'DELETE',
  path: '/groups/{group}/time-off/{entry}',
  summary: 'Remove time off',
  input: z.strictObject({ ...inGroup, entry: issueRef }),
  output: z.strictObject({ event: z.number() }),
})

/** With what is done about days that leave something without cover. */
export const timeOffEndpoints = [
  listTimeOff,
  addTimeOff,
  editTimeOff,
  removeTimeOff,
  ...coverEndpoints,
] satisfies Endpoint[]
