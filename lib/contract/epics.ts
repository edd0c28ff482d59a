import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { epicFacts } from './facts.ts'
import { eventEntry } from './events.ts'
import {
  cursor,
  handle,
  handOver,
  inGroup,
  instant,
  issueRef,
  line,
  number,
  pageOf,
  pageSize,
  text,
} from './shapes.ts'

/** How far an epic is: the same for every reader, of whom some may not see all of its issues. */
const progress = z.strictObject({
  /** All issues of the scope: what is open, what is done, and what was closed otherwise and is neither. */
  total: z.number(),
  open: z.number(),
  done: z.number(),
  dropped: z.number(),
  /** Of what is open or done. */
  weight: z.number(),
  weightDone: z.number(),
  unweighted: z.number(),
  /** Issues of the scope that the reader may not see. */
  notShown: z.number(),
})

const epicLine = epicFacts.extend({
  techLead: z.string().nullable(),
  createdAt: instant,
  closedAt: instant.nullable(),
  progress,
})
export type EpicLine = z.output<typeof epicLine>

const one = { ...inGroup, epic: issueRef }
const title = line(255)
const description = text(100_000)

export const listEpics = endpoint({
  id: 'epics.list',
  method: 'GET',
  path: '/groups/{group}/epics',
  summary: 'The epics of a group by title',
  input: z.strictObject(inGroup),
  output: z.strictObject({ items: z.array(epicFacts) }),
  reads: ['epics'],
})

export const followEpics = endpoint({
  id: 'epics.progress',
  method: 'GET',
  path: '/groups/{group}/epic-progress',
  summary: 'The epics of a group with tech lead and progress by count and weight, open ones first',
  input: z.strictObject(inGroup),
  output: z.strictObject({ items: z.array(epicLine) }),
  reads: ['epics', 'issues', 'people'],
})

export const readEpic = endpoint({
  id: 'epics.read',
  method: 'GET',
  path: '/groups/{group}/epics/{epic}',
  summary: 'One epic: description, tech lead, progress, and who changed its scope when',
  input: z.strictObject(one),
  output: epicLine.extend({
    description: z.string(),
    version: z.number(),
    /** Who created it; null where nobody is known to have. */
    author: z.string().nullable(),
    /** Who is asked to take over and has not answered yet; the tech lead stays accountable until they accept. */
    offeredTo: z.string().nullable(),
    /** The newest first: the one that waits, and those that came to something. */
    handOvers: z.array(handOver),
    /** What came into its scope and what left it, and its own events: the newest page of its journal. */
    journal: pageOf(eventEntry),
  }),
  reads: ['epics', 'issues', 'people'],
})
export type Epic = z.output<typeof readEpic.output>

export const readJournal = endpoint({
  id: 'epics.journal',
  method: 'GET',
  path: '/groups/{group}/epics/{epic}/journal',
  summary: 'Scope history of an epic, newest first, a page at a time',
  input: z.strictObject({ ...one, cursor: cursor.optional(), limit: pageSize.optional() }),
  output: pageOf(eventEntry),
  reads: ['epics', 'issues'],
})

/** The number of the epic and of the event that the change left; the newest one when nothing was changed. */
export const changedEpic = z.strictObject({ number: z.number(), event: z.number() })

export const createEpic = endpoint({
  id: 'epics.create',
  method: 'POST',
  path: '/groups/{group}/epics',
  summary: 'Create an epic: the scope of what is larger than a single issue',
  input: z.strictObject({
    ...inGroup,
    title,
    description: description.optional(),
    techLead: handle.nullable().optional(),
  }),
  output: changedEpic,
})

export const editEpic = endpoint({
  id: 'epics.edit',
  method: 'PATCH',
  path: '/groups/{group}/epics/{epic}',
  summary:
    'Edit title or description as read in a version; editing an older version returns both texts (409, stale)',
  input: z.strictObject({
    ...one,
    title: title.optional(),
    description: description.optional(),
    version: number,
  }),
  output: changedEpic,
})

export const leadEpic = endpoint({
  id: 'epics.set_tech_lead',
  method: 'PUT',
  path: '/groups/{group}/epics/{epic}/tech-lead',
  summary: 'Set the tech lead of an epic to an engineer of the group, or to none',
  input: z.strictObject({ ...one, person: handle.nullable() }),
  output: changedEpic,
})

export const closeEpic = endpoint({
  id: 'epics.close',
  method: 'POST',
  path: '/groups/{group}/epics/{epic}/close',
  summary: 'Close an epic that has no open issues; otherwise it closes automatically with its last issue',
  input: z.strictObject(one),
  output: changedEpic,
})

export const reopenEpic = endpoint({
  id: 'epics.reopen',
  method: 'POST',
  path: '/groups/{group}/epics/{epic}/reopen',
  summary: 'Reopen an epic without issues; an epic with issues reopens when one of its issues does',
  input: z.strictObject(one),
  output: changedEpic,
})
