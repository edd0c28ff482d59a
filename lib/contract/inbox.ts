import { z } from 'zod'
import { TOLD_KINDS } from '#lib/domain/subjects.ts'
import { INBOX_KINDS } from '#lib/domain/telling.ts'
import { SNOOZES } from '#lib/domain/snooze.ts'
import { endpoint } from './endpoint.ts'
import { counted } from './inbox-count.ts'
import { cursor, inGroup, instant, issueRef } from './shapes.ts'

export const inboxItem = z.strictObject({
  /** The event that tells it. */
  event: z.number(),
  kind: z.enum(INBOX_KINDS),
  /** What it is about, by the key of its address: number, slug or handle. */
  subject: z.strictObject({
    kind: z.enum(TOLD_KINDS),
    key: z.string(),
    title: z.string(),
    /** Of an issue, an epic or a milestone: not closed. */
    open: z.boolean(),
  }),
  /** The number of the issue; null where it is about something else. */
  issue: z.number().nullable(),
  /** The page on which it is dealt with, as a path of this site. */
  link: z.string(),
  sentence: z.string(),
  /** Handle; null when the clock acted. */
  actor: z.string().nullable(),
  actorName: z.string(),
  at: instant,
  done: z.boolean(),
  snoozedUntil: instant.nullable(),
  /** Of a mention: whether one has replied or reacted; null for every other kind. */
  acknowledged: z.boolean().nullable(),
  /** The hand-over that waits for one's answer; null for every other item. */
  offer: z.number().nullable(),
  /** The beginning of the comment or of what is handed over, or the line of the description that names one. */
  words: z.string().nullable(),
  /** The comment that says it, on which an emoji answers. */
  comment: z.number().nullable(),
})
export type InboxItem = z.output<typeof inboxItem>

export const inboxView = z.enum(['open', 'snoozed', 'done'])
export type InboxView = z.output<typeof inboxView>

export const listInbox = endpoint({
  id: 'inbox.list',
  method: 'GET',
  path: '/groups/{group}/inbox',
  summary:
    'Your notifications in this group, newest first; a mention or a hand-over stays until you answer it',
  input: z.strictObject({ ...inGroup, view: inboxView.optional(), cursor: cursor.optional() }),
  output: z.strictObject({
    items: z.array(inboxItem),
    /** Leads to the page behind this one; null on the last. */
    next: z.string().nullable(),
    ...counted,
  }),
  reads: ['inbox', 'issues', 'epics', 'milestones', 'teams', 'people'],
})

const marked = z.strictObject({ marked: z.number() })
const events = z.array(issueRef).min(1).max(500)

export const doneWithInbox = endpoint({
  id: 'inbox.done',
  method: 'POST',
  path: '/groups/{group}/inbox/done',
  summary:
    'Mark items as done or not done; without a list, all unread items. Mentions and hand-overs stay until you answer them',
  input: z.strictObject({ ...inGroup, events: events.optional(), done: z.boolean().optional() }),
  output: z.strictObject({
    /** The events of the items that were marked. */
    events: z.array(z.number()),
    /** How many stay because they ask for an answer. */
    stayed: z.number(),
  }),
})

export const snoozeInbox = endpoint({
  id: 'inbox.snooze',
  method: 'POST',
  path: '/groups/{group}/inbox/snooze',
  summary: 'Snooze items until later today, tomorrow or next week, or unsnooze them',
  input: z.strictObject({
    ...inGroup,
    events,
    until: z.enum(SNOOZES).nullable(),
  }),
  output: marked,
})

const one = { ...inGroup, ref: issueRef }
const watching = z.strictObject({
  watching: z.boolean(),
  /** Why it is followed without asking: one made it, drives it, works on it, or spoke there. */
  because: z.enum(['author', 'dri', 'assignee', 'commenter', 'asked']).nullable(),
})

export const readWatching = endpoint({
  id: 'inbox.watching',
  method: 'GET',
  path: '/groups/{group}/issues/{ref}/watching',
  summary: 'Whether you watch an issue, and why',
  input: z.strictObject(one),
  output: watching,
  reads: ['inbox', 'issues'],
})

export const watchIssue = endpoint({
  id: 'issues.watch',
  method: 'PUT',
  path: '/groups/{group}/issues/{ref}/watching',
  summary: 'Watch or mute an issue; mentions of you arrive either way',
  input: z.strictObject({ ...one, watching: z.boolean() }),
  output: watching,
})
