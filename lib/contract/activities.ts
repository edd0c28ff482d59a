import { z } from 'zod'
import { ACTIVITY_KINDS, RHYTHMS, SHARE_STATES } from '#lib/domain/cadence/activities.ts'
import { OCCURRENCE_STATES, RECORDED_STATES } from '#lib/domain/cadence/occurrences.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { day, handle, inGroup, instant, issueRef, line, safeLink, slug, text } from './shapes.ts'

const person = z.strictObject({ handle: z.string(), name: z.string() })

const rhythm = z.strictObject({
  every: z.enum(RHYTHMS),
  /** 1 = Monday … 7 = Sunday; null where it comes with milestones. */
  day: z.number().nullable(),
  /** Of a month, 1 to 4, or 5 for the last; null elsewhere. */
  nth: z.number().nullable(),
  /** Of a milestone, its first or its last day; null elsewhere. */
  at: z.enum(['start', 'end']).nullable(),
})

const occurrence = z.strictObject({
  day,
  state: z.enum(OCCURRENCE_STATES),
  /** Title of the milestone, where it comes with milestones. */
  milestone: z.string().nullable(),
  /** What Saydo saw of it, and the page where that is. */
  seen: z.strictObject({ text: z.string(), page: z.string() }).nullable(),
  /** What was recorded; of a shared activity also by people of the counterpart group. */
  recorded: z
    .strictObject({
      state: z.enum(RECORDED_STATES),
      note: z.string(),
      link: z.string(),
      by: person,
      at: instant,
    })
    .nullable(),
})
export type Occurrence = z.output<typeof occurrence>

const regularity = z.strictObject({
  happened: z.number(),
  skipped: z.number(),
  missed: z.number(),
  level: z.enum(['steady', 'slipping', 'stalled']).nullable(),
  /** In a sentence. */
  text: z.string(),
})

export const activity = z.strictObject({
  id: z.number(),
  name: z.string(),
  kind: z.enum(ACTIVITY_KINDS),
  owner: person.nullable(),
  rhythm,
  /** “Every Tuesday”. */
  rhythmText: z.string(),
  /** Whether Saydo sees by itself when it happens. */
  derived: z.boolean(),
  regularity,
  /** Of the last twelve weeks and the next one to come, the earliest first. */
  occurrences: z.array(occurrence),
  next: day.nullable(),
  /** With which counterpart group it is shared, by its name, and how far that is. */
  share: z.strictObject({ state: z.enum(SHARE_STATES), group: z.string() }).nullable(),
  /** Whether the reader records it. */
  mayRecord: z.boolean(),
})
export type Activity = z.output<typeof activity>

const given = {
  every: z.enum(RHYTHMS),
  day: z.number().int().min(1).max(7).optional(),
  nth: z.number().int().min(1).max(5).optional(),
  at: z.enum(['start', 'end']).optional(),
}
const one = { ...inGroup, activity: issueRef }
const changed = z.strictObject({ activity, event: z.number() })

export const listActivities = endpoint({
  id: 'activities.list',
  method: 'GET',
  path: '/groups/{group}/activities',
  summary:
    'The cadence of the group: each activity with its owner, its rhythm, whether it happened in the last twelve weeks, and when it is next; those that a counterpart group offers to share are apart',
  input: z.strictObject(inGroup),
  output: z.strictObject({
    /** Today in the group's time zone. */
    today: day,
    /** Days of the group’s settings, with which a new activity begins. */
    usual: z.strictObject({ updateDay: z.number(), syncDay: z.number().nullable() }),
    items: z.array(activity),
    offers: z.array(activity),
  }),
  reads: ['activities', 'groups', 'milestones', 'updates', 'plan', 'people'],
})

export const createActivity = endpoint({
  id: 'activities.create',
  method: 'POST',
  path: '/groups/{group}/activities',
  summary: 'Add an activity; it is due from a day on, today unless said otherwise',
  input: z.strictObject({
    ...inGroup,
    name: line(120),
    kind: z.enum(ACTIVITY_KINDS),
    owner: handle.nullable().optional(),
    ...given,
    from: day.optional(),
  }),
  output: changed,
})

export const editActivity = endpoint({
  id: 'activities.edit',
  method: 'PATCH',
  path: '/groups/{group}/activities/{activity}',
  summary: 'Change the name, the owner or the rhythm of an activity; another rhythm holds from today on',
  input: z.strictObject({
    ...one,
    name: line(120).optional(),
    owner: handle.nullable().optional(),
    rhythm: z.strictObject(given).optional(),
  }),
  output: changed,
})

export const removeActivity = endpoint({
  id: 'activities.remove',
  method: 'DELETE',
  path: '/groups/{group}/activities/{activity}',
  summary: 'Remove an activity that is not shared, with what was recorded of it',
  input: z.strictObject(one),
  output: z.strictObject({ event: z.number() }),
})

export const listOccurrences = endpoint({
  id: 'activities.occurrences',
  method: 'GET',
  path: '/groups/{group}/activities/{activity}/occurrences',
  summary: 'Occurrences of an activity in up to a year, the earliest first; without days, of the last year',
  input: z.strictObject({ ...one, from: day.optional(), to: day.optional() }),
  output: z.strictObject({ from: day, to: day, regularity, items: z.array(occurrence) }),
  reads: ['activities', 'groups', 'milestones', 'updates', 'plan'],
})

export const recordOccurrence = endpoint({
  id: 'activities.record',
  method: 'POST',
  path: '/groups/{group}/activities/{activity}/occurrences',
  summary:
    'Record that an activity happened, or that it is skipped with a reason; what another person recorded is replaced only when asked',
  input: z.strictObject({
    ...one,
    day,
    state: z.enum(RECORDED_STATES),
    note: text(1000).trim().optional(),
    link: safeLink.optional(),
    replace: z.boolean().optional(),
  }),
  output: changed,
})

export const withdrawOccurrence = endpoint({
  id: 'activities.withdraw',
  method: 'DELETE',
  path: '/groups/{group}/activities/{activity}/occurrences/{occurrence}',
  summary: 'Withdraw what was recorded of a day',
  /** By its day. */
  input: z.strictObject({ ...one, occurrence: day }),
  output: changed,
})

export const shareActivity = endpoint({
  id: 'activities.share',
  method: 'POST',
  path: '/groups/{group}/activities/{activity}/share',
  summary:
    'Ask a counterpart group that you have access to, to share an activity: once it accepts, both see and record it, and nothing else of each other',
  input: z.strictObject({ ...one, counterpart: slug }),
  output: changed,
})

export const answerShare = endpoint({
  id: 'activities.answer_share',
  method: 'POST',
  path: '/groups/{group}/activities/{activity}/share/answer',
  summary: 'Accept or decline an activity that a counterpart group offers to share; with your own owner',
  input: z.strictObject({ ...one, accept: z.boolean(), owner: handle.nullable().optional() }),
  output: z.strictObject({ event: z.number() }),
})

export const endShare = endpoint({
  id: 'activities.end_share',
  method: 'DELETE',
  path: '/groups/{group}/activities/{activity}/share',
  summary: 'Withdraw an offer, or end the sharing: each group keeps the activity for itself',
  input: z.strictObject(one),
  output: z.strictObject({ event: z.number() }),
})

export const activityEndpoints = [
  listActivities,
  createActivity,
  editActivity,
  removeActivity,
  listOccurrences,
  recordOccurrence,
  withdrawOccurrence,
  shareActivity,
  answerShare,
  endShare,
] satisfies Endpoint[]
