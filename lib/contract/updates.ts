import { z } from 'zod'
import { CONFIDENCES } from '#lib/domain/confidence.ts'
import { NUMBERED_KINDS } from '#lib/domain/subjects.ts'
import { PHASES, UPDATE_STANDINGS } from '#lib/domain/updates/owed.ts'
import { STATES } from '#lib/domain/workflow.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { day, inGroup, instant, line, MOST_NUMBER, subjectParam, text, weekParam } from './shapes.ts'

const inWeek = { ...inGroup, week: weekParam }
const ofSubject = { ...inWeek, subject: subjectParam }
/** 0 for none that was read. */
const versionRead = z.number().int('Whole numbers only.').min(0).max(MOST_NUMBER)

const person = z.strictObject({ handle: z.string(), name: z.string() })
const confidence = z.enum(CONFIDENCES)
const subject = {
  /** `issue-12`, `epic-3`. */
  subject: z.string(),
  kind: z.enum(NUMBERED_KINDS),
  ref: z.number(),
  title: z.string(),
}

export const statusUpdate = z.strictObject({
  ...subject,
  week: z.string(),
  author: person,
  progress: z.string(),
  /** Empty for none. */
  blockers: z.string(),
  /** Empty where nothing was said. */
  next: z.string(),
  confidence,
  /** Of the update before it; null for the first. */
  before: confidence.nullable(),
  /** Title of the milestone that the confidence is about; null between milestones. */
  milestone: z.string().nullable(),
  postedAt: instant,
  /** Null while it stands as it was posted. */
  editedAt: instant.nullable(),
  version: z.number(),
  mine: z.boolean(),
  /** By the reader, now: until the week ends. */
  editable: z.boolean(),
})
export type StatusUpdate = z.output<typeof statusUpdate>

export const updateDraft = z.strictObject({
  progress: z.string(),
  blockers: z.string(),
  next: z.string(),
  confidence: confidence.nullable(),
  version: z.number(),
  savedAt: instant,
})
export type UpdateDraft = z.output<typeof updateDraft>

/** A draft of a week that has ended. */
const leftDraft = z.strictObject({ ...updateDraft.shape, week: z.string() })
export type LeftDraft = z.output<typeof leftDraft>

const mine = z.strictObject({
  ...subject,
  /** Of an issue; null for an epic and without a state. */
  state: z.enum(STATES).nullable(),
  /** Since when it is blocked; null where it is not. */
  blockedSince: day.nullable(),
  /** Of an epic: issues that are closed, of all. */
  issues: z.strictObject({ closed: z.number(), total: z.number() }).nullable(),
  /** Whether an update is owed for it. Others were updated this week or have a draft, and are not active any more. */
  active: z.boolean(),
  since: z.strictObject({
    /** The day of your last update, or the day from which you drive it. */
    on: day,
    /** “moved to in review on 24 Nov”, “2 comments”, “weight 2 unchanged”. */
    facts: z.array(z.string()),
  }),
  /** What happened, as Progress may begin; empty where nothing did. */
  proposed: z.string(),
  /** Of the latest update before this week. */
  last: z.strictObject({ week: z.string(), confidence }).nullable(),
  update: statusUpdate.nullable(),
  /** Theirs alone. */
  draft: updateDraft.nullable(),
  /** The newest one of an earlier week that was neither posted, taken over nor discarded. Theirs alone. */
  left: leftDraft.nullable(),
})
export type MySubject = z.output<typeof mine>

export const weekOfUpdates = z.strictObject({
  week: z.string(),
  from: day,
  to: day,
  /** The day on which updates are due in it. */
  dueOn: day,
  phase: z.enum(PHASES),
  /** Until when updates of the week can be posted and edited: its Sunday, 24:00 in the time zone of the group. */
  endsAt: instant,
  /** The day that stands above the assembled update. */
  on: day,
  /** The milestone that runs. */
  milestone: z.strictObject({ slug: z.string(), title: z.string() }).nullable(),
  /** DRIs of active subjects, by name; of a week that is over, those who posted. */
  people: z.array(
    z.strictObject({
      ...person.shape,
      standing: z.enum(UPDATE_STANDINGS),
      /** Active subjects that the reader may see, and for how many of them there is an update. */
      subjects: z.number(),
      posted: z.number(),
      postedAt: instant.nullable(),
    }),
  ),
  /** Blocked first, then with falling confidence, then the rest. */
  updates: z.array(statusUpdate),
  /** Active subjects without an update of this week, whose DRI owes one. */
  missing: z.array(z.strictObject({ ...subject, dri: person })),
  /** What the reader drives: blocked first, then with falling confidence, then the rest. */
  mine: z.array(mine),
})
export type WeekOfUpdates = z.output<typeof weekOfUpdates>

export const readUpdates = endpoint({
  id: 'updates.week',
  method: 'GET',
  path: '/groups/{group}/weeks/{week}',
  summary:
    'The status updates of a week: who owes one, who is away, all updates, and your subjects with what happened since your last update',
  input: z.strictObject(inWeek),
  output: weekOfUpdates,
  reads: [
    'updates',
    'issues',
    'epics',
    'milestones',
    'labels',
    'people',
    'time_off',
    'working_times',
    'groups',
  ],
})

export const readUpdatesMarkdown = endpoint({
  id: 'updates.markdown',
  method: 'GET',
  path: '/groups/{group}/weeks/{week}/markdown',
  summary: 'The assembled “Async Status Update” of a week as Markdown, in the format of the handbook',
  input: z.strictObject(inWeek),
  output: z.strictObject({ markdown: z.string() }),
  reads: ['updates', 'issues', 'epics', 'milestones', 'groups'],
})

export const readUpdate = endpoint({
  id: 'updates.read',
  method: 'GET',
  path: '/groups/{group}/weeks/{week}/updates/{subject}',
  summary: 'The status update of an issue or epic of a week; null while there is none',
  input: z.strictObject(ofSubject),
  output: z.strictObject({ update: statusUpdate.nullable() }),
  reads: ['updates', 'issues', 'epics'],
})

export const listUpdates = endpoint({
  id: 'updates.history',
  method: 'GET',
  path: '/groups/{group}/updates/{subject}',
  summary: 'All status updates of an issue or epic, the latest first',
  input: z.strictObject({ ...inGroup, subject: subjectParam }),
  output: z.strictObject({ items: z.array(statusUpdate) }),
  reads: ['updates', 'issues', 'epics'],
})

/** Several lines each; something of Progress can be seen. */
const content = {
  progress: line(4000),
  blockers: text(4000).trim(),
  next: text(4000).trim(),
  confidence,
}

export const putUpdate = endpoint({
  id: 'updates.put',
  method: 'PUT',
  path: '/groups/{group}/weeks/{week}/updates/{subject}',
  summary:
    'Post the status update of what you drive, or change it until the week ends; over a version that you have not read it is kept (409, stale)',
  input: z.strictObject({ ...ofSubject, ...content, version: versionRead.optional() }),
  output: z.strictObject({ update: statusUpdate, event: z.number() }),
})

export const postUpdates = endpoint({
  id: 'updates.post',
  method: 'POST',
  path: '/groups/{group}/weeks/{week}/updates',
  summary: 'Post the status updates of several issues and epics at once; what is refused says why',
  input: z.strictObject({
    ...inWeek,
    updates: z
      .array(z.strictObject({ subject: subjectParam, ...content, version: versionRead.optional() }))
      .min(1)
      .max(50),
  }),
  output: z.strictObject({
    posted: z.array(z.strictObject({ subject: z.string(), version: z.number(), event: z.number() })),
    refused: z.array(
      z.strictObject({ subject: z.string(), rule: z.string().optional(), because: z.string() }),
    ),
  }),
})

export const saveDraft = endpoint({
  id: 'updates.save_draft',
  method: 'PUT',
  path: '/groups/{group}/weeks/{week}/updates/{subject}/draft',
  summary:
    'Save your draft of a status update, which is yours alone; over a version that you have not read both are returned (409, stale)',
  input: z.strictObject({
    ...ofSubject,
    progress: text(4000),
    blockers: text(4000),
    next: text(4000),
    confidence: confidence.nullable(),
    version: versionRead,
  }),
  output: z.strictObject({ draft: updateDraft }),
})

export const takeOverDraft = endpoint({
  id: 'updates.take_over_draft',
  method: 'POST',
  path: '/groups/{group}/weeks/{week}/updates/{subject}/draft/take-over',
  summary:
    'Continue your draft of an earlier week in this one: its texts become the draft of this week, the confidence is to be chosen again; over a version that you have not read nothing changes (409, stale)',
  input: z.strictObject({
    ...ofSubject,
    from: weekParam.meta({ examples: ['2026-W48'] }),
    /** Of the draft of the earlier week. */
    fromVersion: versionRead,
    /** Of the draft of this week, which is replaced. */
    version: versionRead,
  }),
  output: z.strictObject({ draft: updateDraft }),
})

export const discardDraft = endpoint({
  id: 'updates.discard_draft',
  method: 'DELETE',
  path: '/groups/{group}/weeks/{week}/updates/{subject}/draft',
  summary: 'Discard your draft of a status update',
  input: z.strictObject(ofSubject),
  output: z.strictObject({ discarded: z.boolean() }),
})

export const updateEndpoints = [
  readUpdates,
  readUpdatesMarkdown,
  readUpdate,
  listUpdates,
  putUpdate,
  postUpdates,
  saveDraft,
  takeOverDraft,
  discardDraft,
] satisfies Endpoint[]
