import { z } from 'zod'
import { DECISIONS } from '#lib/domain/push-back-terms.ts'
import { NUMBERED_KINDS } from '#lib/domain/subjects.ts'
import { AGENDA_SOURCES, parseItem } from '#lib/domain/syncs/agenda.ts'
import { SYNC_STATES } from '#lib/domain/syncs/next.ts'
import { MOST_OF_OUTCOME, MOST_OF_POINT, SYNC_OUTCOMES } from '#lib/domain/syncs/outcomes.ts'
import { UNCLAIMED_REASONS } from '#lib/domain/unclaimed.ts'
import { type Endpoint, endpoint, type Topic } from './endpoint.ts'
import {
  cursor,
  day,
  handle,
  inGroup,
  instant,
  issueRef,
  line,
  MOST_NUMBER,
  number,
  slug,
  text,
} from './shapes.ts'

const person = z.strictObject({ handle: z.string(), name: z.string() })
const inSync = { ...inGroup, sync: issueRef }

/** An item of the agenda: `hand-5`, `issue-12`, `epic-3`, `push-back-7`, `point-2`. */
const itemKey = z
  .string()
  .max(60)
  .refine((value) => parseItem(value) !== null, 'An item of the agenda, such as hand-5 or issue-12.')
  .meta({ examples: ['issue-12'] })

const outcome = z.strictObject({
  id: z.number(),
  item: z.string(),
  /** What it is about, as it is called in the minutes: `#12`, `&3`; null for what has no number. */
  about: z.strictObject({ kind: z.enum(NUMBERED_KINDS), ref: z.number(), title: z.string() }).nullable(),
  kind: z.enum(SYNC_OUTCOMES),
  /** What came of it, in one sentence. */
  sentence: z.string(),
  person: person.nullable(),
  day: z.string().nullable(),
  text: z.string(),
  by: person.nullable(),
  at: instant,
  /** The number of the act that it caused, by which it is undone. */
  event: z.number(),
})
export type Outcome = z.output<typeof outcome>

const item = z.strictObject({
  key: z.string(),
  source: z.enum(AGENDA_SOURCES),
  /** Why it is on the agenda; the first reason is that of its place. */
  reasons: z.array(z.strictObject({ source: z.enum(AGENDA_SOURCES), text: z.string() })),
  about: z.strictObject({ kind: z.enum(NUMBERED_KINDS), ref: z.number(), title: z.string() }).nullable(),
  /** The handle of the person whom it is about. */
  person: z.string().nullable(),
  /** `settled` by an outcome; `over` where its reason is gone without one. */
  state: z.enum(['open', 'settled', 'over']),
  /** Came onto the agenda while the sync runs. */
  isNew: z.boolean(),
})
export type AgendaItem = z.output<typeof item>

const sync = z.strictObject({
  id: z.number(),
  day: z.string(),
  state: z.enum(SYNC_STATES),
  lead: person.nullable(),
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** Who was there, once it is over. */
  attended: z.array(person),
})
export type Sync = z.output<typeof sync>

/** Who takes part in syncs; `away` on the day of this one. */
const member = person.extend({ away: z.boolean() })
export type SyncMember = z.output<typeof member>

const room = z.strictObject({
  /** Null for the agenda of the next sync. */
  sync: sync.extend({ lookedAt: instant.nullable(), members: z.array(member) }).nullable(),
  items: z.array(item),
  outcomes: z.array(outcome),
})
export type SyncRoom = z.output<typeof room>

const upcoming = z.strictObject({ day: z.string(), time: z.string(), minutes: z.number() })

const READS: readonly Topic[] = [
  'syncs',
  'hands',
  'issues',
  'epics',
  'dris',
  'updates',
  'push_backs',
  'milestones',
  'people',
  'groups',
  'time_off',
  'working_times',
]

export const listSyncs = endpoint({
  id: 'syncs.list',
  method: 'GET',
  path: '/groups/{group}/syncs',
  summary:
    'The weekly syncs of the group, the latest first: the one that runs, those that were held or skipped, and the next',
  input: z.strictObject({ ...inGroup, after: cursor.optional() }),
  output: z.strictObject({
    /** The id of the one that runs. */
    running: z.number().nullable(),
    /** The next one; null where the group has no day for its sync. */
    upcoming: upcoming.nullable(),
    /** How long it takes, in minutes. */
    minutes: z.number(),
    items: z.array(sync.extend({ outcomes: z.number() })),
    next: z.string().nullable(),
  }),
  reads: ['syncs', 'groups', 'people'],
})

export const readAgenda = endpoint({
  id: 'syncs.agenda',
  method: 'GET',
  path: '/groups/{group}/agenda',
  summary: 'The agenda of the next sync as it stands now, with what was settled before it',
  input: z.strictObject(inGroup),
  output: room,
  reads: READS,
})

export const readSync = endpoint({
  id: 'syncs.read',
  method: 'GET',
  path: '/groups/{group}/syncs/{sync}',
  summary: 'A sync: its agenda while it runs, its minutes afterwards',
  input: z.strictObject(inSync),
  output: room,
  reads: READS,
})

export const syncMarkdown = endpoint({
  id: 'syncs.markdown',
  method: 'GET',
  path: '/groups/{group}/syncs/{sync}/markdown',
  summary: 'The minutes of a sync as Markdown',
  input: z.strictObject(inSync),
  output: z.strictObject({ markdown: z.string() }),
  reads: READS,
})

const changed = z.strictObject({ sync, event: z.number() })

export const startSync = endpoint({
  id: 'syncs.start',
  method: 'POST',
  path: '/groups/{group}/syncs',
  summary: 'Start the weekly sync, which you lead, with the agenda of now; or record the next one as skipped',
  input: z.strictObject({ ...inGroup, skip: z.boolean().optional() }),
  output: changed,
})

export const endSync = endpoint({
  id: 'syncs.end',
  method: 'POST',
  path: '/groups/{group}/syncs/{sync}/end',
  summary: 'End a sync: it becomes the minutes, and the members who were absent are told',
  input: z.strictObject(inSync),
  output: changed,
})

export const leadSync = endpoint({
  id: 'syncs.lead',
  method: 'PUT',
  path: '/groups/{group}/syncs/{sync}/lead',
  summary: 'Choose who leads a sync; the others follow from item to item',
  input: z.strictObject({ ...inSync, to: handle }),
  output: changed,
})

const here = z.strictObject({
  /** Who is in the room now, and at which item. */
  people: z.array(person.extend({ item: z.string().nullable(), leads: z.boolean() })),
})

export const readPresence = endpoint({
  id: 'syncs.presence',
  method: 'GET',
  path: '/groups/{group}/syncs/{sync}/presence',
  summary: 'Who is in the room of a sync now, and at which item of the agenda',
  input: z.strictObject(inSync),
  output: here,
  reads: ['syncs', 'sync_presence'],
})

export const beHere = endpoint({
  id: 'syncs.be_here',
  method: 'PUT',
  path: '/groups/{group}/syncs/{sync}/presence',
  summary: 'Say that you are in the room, and at which item; said again every few seconds, or it expires',
  input: z.strictObject({ ...inSync, item: itemKey.nullable() }),
  output: here,
})

export const addPoint = endpoint({
  id: 'syncs.add_point',
  method: 'POST',
  path: '/groups/{group}/agenda/points',
  summary: 'Add a point to the agenda; it stays until an outcome settles it',
  input: z.strictObject({ ...inGroup, text: line(MOST_OF_POINT) }),
  output: z.strictObject({ item: z.string(), event: z.number() }),
})

export const removePoint = endpoint({
  id: 'syncs.remove_point',
  method: 'DELETE',
  path: '/groups/{group}/agenda/points/{syncPoint}',
  summary: 'Remove a point that you have added from the agenda',
  input: z.strictObject({ ...inGroup, syncPoint: issueRef }),
  output: z.strictObject({ event: z.number() }),
})

export const recordOutcome = endpoint({
  id: 'syncs.record',
  method: 'POST',
  path: '/groups/{group}/agenda/{item}/outcomes',
  summary:
    'Record what comes of an item and do it in the same act, in the sync that runs or before the next one; over an outcome that you have not seen it is refused (409, recorded)',
  input: z.strictObject({
    ...inGroup,
    item: itemKey,
    kind: z.enum(SYNC_OUTCOMES),
    /** The id of the last outcome of this item that was seen; 0 for none. */
    seen: z.number().int().min(0).max(MOST_NUMBER),
    /** The next DRI, or who unblocks it. */
    to: handle.optional(),
    /** Whom you saw as the DRI. */
    from: handle.nullable().optional(),
    /** Hand over without waiting for an answer: the EM alone. */
    atOnce: z.boolean().optional(),
    /** By when, or when to look at it again. */
    on: day.optional(),
    /** Of a blocked issue: it is free now, and goes back to the state that it was in before. */
    unblocked: z.boolean().optional(),
    /** Why there is no volunteer. */
    reason: z.enum(UNCLAIMED_REASONS).optional(),
    /** Where an issue moves; null takes it out of its milestone. */
    milestone: slug.nullable().optional(),
    decision: z.enum(DECISIONS).optional(),
    /** Of a push-back: the version that was read. */
    version: number.optional(),
    /** What is done, the context of a hand-over, how a hand ended, or a note. */
    text: text(MOST_OF_OUTCOME).optional(),
  }),
  output: z.strictObject({ outcome, event: z.number() }),
})

export const syncEndpoints = [
  listSyncs,
  readAgenda,
  readSync,
  syncMarkdown,
  startSync,
  endSync,
  leadSync,
  readPresence,
  beHere,
  addPoint,
  removePoint,
  recordOutcome,
] satisfies Endpoint[]
