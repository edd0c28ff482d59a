import { CONFIDENCES } from '#lib/domain/confidence.ts'
import { z } from 'zod'
import { ISSUE_KINDS } from '#lib/domain/issues.ts'
import { WORK_TYPES } from '#lib/domain/labels.ts'
import { whoDrives } from './dri-shapes.ts'
import { endpoint } from './endpoint.ts'
import { BESIDE_CARDS, ON_CARDS } from './fact-shapes.ts'
import { absence } from './facts.ts'
import { addedModel } from './model-shapes.ts'
import {
  comment,
  cursor,
  day,
  handle,
  inGroup,
  instant,
  issueRef,
  labelTitle,
  leaving,
  line,
  many,
  mention,
  number,
  pageOf,
  pageSize,
  places,
  slug,
  text,
  warning,
  weight,
} from './shapes.ts'
import { swimlane } from './swimlanes.ts'

export const issueState = z.enum(['open', 'closed'])
export const issueKind = z.enum(ISSUE_KINDS)
export const closeReason = z.enum(['done', 'duplicate', 'moved', 'wont_do'])

/** An issue as boards and lists show it. Labels are ids into the dictionary of the view that carries the card. */
export const card = z.strictObject({
  ref: z.number(),
  title: z.string(),
  state: issueState,
  closeReason: closeReason.nullable(),
  closedAt: instant.nullable(),
  labelIds: z.array(z.string()),
  /** Slug of the milestone, timeboxed or shelf. */
  milestone: z.string().nullable(),
  epic: z.number().nullable(),
  team: z.string().nullable(),
  weight: z.number().nullable(),
  /** It was broken down: its pieces hold the work, and it weighs nothing in any sum. */
  split: z.boolean(),
  /** In how many closed milestones it was assigned and not completed. */
  slips: z.number(),
  dri: z.string().nullable(),
  /** Who is asked to take over and has not answered yet; `dri` stays accountable until they accept. */
  offeredTo: z.string().nullable(),
  assignees: z.array(z.string()),
  /** What a blocked issue waits for; null when it is not blocked. */
  blocked: z.strictObject({ need: z.string(), from: z.string() }).nullable(),
  /** Whether a hand is raised about it that was not lowered. */
  handRaised: z.boolean(),
  /** What its DRI said last about the milestone that it is in; null for what nothing was said of, and for what is closed. */
  confident: z.enum(CONFIDENCES).nullable(),
  /** Since when it carries its present workflow label; null without one. */
  since: instant.nullable(),
  ...ON_CARDS,
  sample: z.boolean(),
  ...places,
  version: z.number(),
})
export type Card = z.output<typeof card>

export const issue = card.extend({
  kind: issueKind,
  description: z.string(),
  spikeScope: z.string().nullable(),
  /** Slug of the milestone whose planning issue it is. */
  planningOf: z.string().nullable(),
  model: addedModel,
  ...BESIDE_CARDS,
  /** Today in the group's time zone, and the day of the DRI's last word or of the last change of state. */
  today: day,
  lastUpdateOn: day.nullable(),
  /** Whether the group posts weekly updates, which alone break the silence of its work then. */
  weekly: z.boolean(),
  /** Of its status updates, the latest first; the first of them only. */
  confidence: z.array(z.strictObject({ week: z.string(), confidence: z.enum(CONFIDENCES) })),
  /** When the DRI is away, today or within the coming week. */
  away: absence.nullable(),
  author: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
  labels: z.array(
    z.strictObject({ id: z.string(), title: z.string(), hue: z.number(), meaning: z.string().nullable() }),
  ),
  ...whoDrives,
  comments: z.array(comment),
  mentions: z.array(mention),
})
export type Issue = z.output<typeof issue>

/** The answer to every change of an issue: the card as it is now, what the rules still want to say, the event's number. */
export const changed = z.strictObject({ card, warnings: z.array(warning), event: z.number() })
export type Changed = z.output<typeof changed>

/** What lists and boards can be narrowed by; every condition given has to hold. */
export const filterFields = {
  label: many(labelTitle).optional(),
  person: handle.optional(),
  team: slug.optional(),
  epic: issueRef.optional(),
  type: z.enum([...WORK_TYPES, 'none']).optional(),
  q: text(200).optional(),
}

const one = { ...inGroup, ref: issueRef }

export const listIssues = endpoint({
  id: 'issues.list',
  method: 'GET',
  path: '/groups/{group}/issues',
  summary: 'The issues of a group, the newest first, filtered',
  input: z.strictObject({
    ...inGroup,
    state: issueState.optional(),
    milestone: slug.optional(),
    ...filterFields,
    cursor: cursor.optional(),
    limit: pageSize.optional(),
  }),
  output: pageOf(card),
  reads: ['issues'],
})

export const readIssue = endpoint({
  id: 'issues.read',
  method: 'GET',
  path: '/groups/{group}/issues/{ref}',
  summary: 'One issue with its description, DRI history and comments',
  input: z.strictObject(one),
  output: issue,
  reads: ['issues', 'time_off', 'dris', 'models', 'updates'],
})

export const createIssue = endpoint({
  id: 'issues.create',
  method: 'POST',
  path: '/groups/{group}/issues',
  summary: 'Create an issue',
  input: z.strictObject({
    ...inGroup,
    title: line(255),
    description: text(100_000).optional(),
    labels: z.array(labelTitle).max(50).optional(),
    milestone: slug.nullable().optional(),
    epic: number.nullable().optional(),
    team: slug.nullable().optional(),
    model: number.nullable().optional(),
    weight: weight.nullable().optional(),
    dri: handle.nullable().optional(),
    confidential: z.boolean().optional(),
    spikeScope: text(10_000).nullable().optional(),
    /** What it waits for, where its labels say that it is blocked. */
    blocked: z.strictObject({ need: text(500), from: text(200) }).optional(),
  }),
  output: changed,
})

export const editIssue = endpoint({
  id: 'issues.edit',
  method: 'PATCH',
  path: '/groups/{group}/issues/{ref}',
  summary:
    'Edit title or description as read in a version; editing an older version returns both texts (409)',
  input: z.strictObject({
    ...one,
    title: line(255).optional(),
    description: text(100_000).optional(),
    version: number,
  }),
  output: changed,
})

export const takeIssue = endpoint({
  id: 'issues.take',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/take',
  summary: 'Become the DRI and assignee of an issue without a DRI',
  input: z.strictObject(one),
  output: changed,
})

export const releaseIssue = endpoint({
  id: 'issues.release',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/release',
  summary: 'Step down as DRI; the issue has no DRI until another person takes it',
  input: z.strictObject(one),
  output: changed,
})

export const moveIssue = endpoint({
  id: 'issues.move',
  method: 'POST',
  path: '/groups/{group}/boards/{board}/moves',
  summary:
    'Move a card to a lane and between neighbours; only the fields that the column and swimlane stand for change',
  input: z.strictObject({
    ...leaving,
    board: slug,
    ref: number,
    /** A column's id, `none` or `closed`; null keeps the lane and changes the place alone. */
    to: text(20).nullable(),
    /** The card above the new place, or null at the top; both null and absent neighbours keep the rank. */
    after: number.nullable().optional(),
    before: number.nullable().optional(),
    swimlane: swimlane.optional(),
    /** Asked for when a card becomes blocked: what it needs and from whom. */
    blocked: z.strictObject({ need: text(500), from: text(200) }).optional(),
    closeReason: closeReason.optional(),
    /** The original, where it is closed as a duplicate. */
    duplicateOf: issueRef.optional(),
  }),
  output: changed,
})

export const labelIssue = endpoint({
  id: 'issues.label',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/labels',
  summary: 'Add and remove labels of an issue; an issue holds one label of each scope',
  input: z.strictObject({
    ...leaving,
    add: z.array(labelTitle).max(50).optional(),
    remove: z.array(labelTitle).max(50).optional(),
    blocked: z.strictObject({ need: text(500), from: text(200) }).optional(),
  }),
  output: changed,
})

export const planIssue = endpoint({
  id: 'issues.set_milestone',
  method: 'PUT',
  path: '/groups/{group}/issues/{ref}/milestone',
  summary: 'Set or clear the milestone or shelf of an issue',
  input: z.strictObject({
    ...leaving,
    milestone: slug.nullable(),
    /** Takes Deliverable off as well, so that it may leave the near milestones: the EM alone. */
    withoutDeliverable: z.boolean().optional(),
  }),
  output: changed,
})

export const weighIssue = endpoint({
  id: 'issues.weigh',
  method: 'PUT',
  path: '/groups/{group}/issues/{ref}/weight',
  summary: 'Set the weight; 1 is about two working days',
  input: z.strictObject({ ...one, weight: weight.nullable() }),
  output: changed,
})

export const assignIssue = endpoint({
  id: 'issues.assign',
  method: 'PUT',
  path: '/groups/{group}/issues/{ref}/assignees',
  summary: 'Set the assignees of an issue; engineers assign themselves, the EM assigns others',
  input: z.strictObject({ ...one, assignees: z.array(handle).max(20) }),
  output: changed,
})

export const commentOnIssue = endpoint({
  id: 'issues.comment',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/comments',
  summary: 'Comment on an issue; quick actions such as “/weight 2” on their own lines run with it',
  input: z.strictObject({ ...one, body: line(100_000) }),
  /** `comment` is null where the text held quick actions alone; `reports` tell what they did. */
  output: changed.extend({ comment: z.number().nullable(), reports: z.array(z.string()) }),
})

export const closeIssue = endpoint({
  id: 'issues.close',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/close',
  summary: 'Close an issue with a reason; a duplicate can name its original, which is then linked',
  input: z.strictObject({ ...one, reason: closeReason.optional(), duplicateOf: issueRef.optional() }),
  output: changed,
})

export const reopenIssue = endpoint({
  id: 'issues.reopen',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/reopen',
  summary: 'Reopen a closed issue',
  input: z.strictObject(one),
  output: changed,
})
