import { z } from 'zod'
import { CHOICE_NAMES, FACT_NAMES } from '#lib/domain/facts/names.ts'
import { FINDING_CODES } from '#lib/domain/findings.ts'
import { endpoint } from './endpoint.ts'
import { BESIDE_CARDS, FACT_CHANGES } from './fact-shapes.ts'
import { card, closeReason, issueKind } from './issues.ts'
import { MOST_AT_ONCE, report } from './bulk.ts'
import {
  day,
  handle,
  inGroup,
  instant,
  issueRef,
  labelTitle,
  moment,
  number,
  pushBack,
  slug,
  text,
  weight,
} from './shapes.ts'

/** The language of filters: `type:bug and not dri:none`; see `lib/domain/condition-parser.ts`. */
export const filterText = text(4000)

export const SORTS = [
  'number',
  'title',
  'type',
  'workflow',
  'milestone',
  'epic',
  'team',
  'dri',
  'author',
  'weight',
  ...FACT_NAMES,
  'created',
  'updated',
  'closed',
  'state',
  'reason',
  'labels',
  'assignees',
] as const
export const GROUPS = [
  ...(['milestone', 'epic', 'dri', 'assignees', 'team', 'type', 'workflow'] as const),
  ...CHOICE_NAMES,
] as const
export const COLUMNS = [
  'number',
  'title',
  'state',
  'reason',
  'type',
  'workflow',
  'labels',
  'milestone',
  'epic',
  'team',
  'weight',
  'dri',
  'assignees',
  'author',
  ...FACT_NAMES,
  'created',
  'updated',
  'closed',
] as const
export type Sort = (typeof SORTS)[number]
export type ListGroup = (typeof GROUPS)[number]
export type ListColumn = (typeof COLUMNS)[number]

const narrowed = {
  ...inGroup,
  filter: filterText.optional(),
  sort: z.enum(SORTS).optional(),
  direction: z.enum(['asc', 'desc']).optional(),
}

/** An issue as a line of a list. */
export const listRow = card.extend({
  kind: issueKind,
  author: z.string().nullable(),
  ...BESIDE_CARDS,
  createdAt: instant,
  updatedAt: instant,
})
export type ListRow = z.output<typeof listRow>

export const indexIssues = endpoint({
  id: 'issues.index',
  method: 'GET',
  path: '/groups/{group}/issue-index',
  summary:
    'The numbers of all issues that match a filter, sorted and grouped, with counts and weights, now or as of a moment in the past',
  input: z.strictObject({
    ...narrowed,
    by: z.enum(GROUPS).optional(),
    /** As it was then, without what was taken back since. */
    at: moment.optional(),
  }),
  output: z.strictObject({
    total: z.number(),
    weight: z.number(),
    groups: z.array(
      z.strictObject({
        /** What the issues of the group share: a slug, a handle or several with commas, a number; empty where they have none. */
        key: z.string(),
        weight: z.number(),
        refs: z.array(z.number()),
      }),
    ),
    /** The first lines, so that nothing has to be asked for twice. */
    first: z.array(listRow),
  }),
  reads: ['issues', 'labels', 'milestones', 'epics', 'teams', 'people', 'updates'],
})
export type IssueIndex = z.output<typeof indexIssues.output>

export const rowsOfIssues = endpoint({
  id: 'issues.rows',
  method: 'GET',
  path: '/groups/{group}/issue-rows',
  summary:
    'Issues by their numbers, as lines of a list: `refs=12.13.14`; without those you have no access to',
  input: z.strictObject({
    ...inGroup,
    refs: text(2400).regex(/^\d{1,9}(\.\d{1,9}){0,199}$/, 'Up to 200 numbers, separated by dots.'),
    /** As they were then. */
    at: moment.optional(),
  }),
  output: z.strictObject({ items: z.array(listRow) }),
  reads: ['issues', 'updates'],
})

export const reportIssues = endpoint({
  id: 'issues.report',
  method: 'GET',
  path: '/groups/{group}/issue-report',
  summary: 'The issue triage report: findings in all open issues, each with the sentence of the handbook',
  input: z.strictObject(inGroup),
  output: z.strictObject({
    /** How many issues are open, and in how many of them something is found: of those that the reader may see. */
    open: z.number(),
    issues: z.number(),
    /** Open issues that the reader may not see. */
    notShown: z.number(),
    /** Today in the group's time zone. */
    today: day,
    /** Whether the group posts weekly updates: what is said on an issue is none, then. */
    weekly: z.boolean(),
    findings: z.array(
      z.strictObject({
        code: z.enum(FINDING_CODES),
        /** As filters ask for it: `finding:no-milestone`. */
        name: z.string(),
        sentence: z.string(),
        issues: z.array(z.strictObject({ ref: z.number(), title: z.string(), because: z.string() })),
        /** How many there were when each of the last weeks began, by its Monday, the oldest first. */
        trend: z.array(z.strictObject({ weekOn: day, issues: z.number() })),
      }),
    ),
  }),
  reads: ['issues', 'labels', 'milestones', 'people', 'updates'],
})
export type IssueReport = z.output<typeof reportIssues.output>

export const exportIssues = endpoint({
  id: 'issues.export',
  method: 'GET',
  path: '/groups/{group}/issues.csv',
  summary:
    'All issues that match a filter as CSV (RFC 4180); cells that a spreadsheet would compute are escaped',
  input: z.strictObject({
    ...narrowed,
    /** Names with commas between them, in the order wished for. */
    columns: text(400).optional(),
  }),
  output: z.string(),
  media: 'text/csv',
})

/** One act for many: whatever it is, each issue answers for itself. */
const bulkChange = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('milestone'),
    milestone: slug.nullable(),
    /** Takes Deliverable off as well. */
    withoutDeliverable: z.boolean().optional(),
    /** Of those that leave the Build Board of a milestone that runs; the others are moved all the same. */
    pushBack,
  }),
  z.strictObject({
    what: z.literal('labels'),
    add: z.array(labelTitle).max(50).optional(),
    remove: z.array(labelTitle).max(50).optional(),
    /** What they wait for, where the label of blocked work is put on. */
    blocked: z.strictObject({ need: text(500), from: text(200) }).optional(),
    pushBack,
  }),
  z.strictObject({ what: z.literal('weight'), weight: weight.nullable() }),
  z.strictObject({ what: z.literal('assign'), person: handle }),
  z.strictObject({ what: z.literal('unassign'), person: handle }),
  z.strictObject({ what: z.literal('dri'), person: handle, context: text(10_000).optional() }),
  z.strictObject({
    what: z.literal('epic'),
    epic: number.nullable(),
  }),
  z.strictObject({ what: z.literal('team'), team: slug.nullable() }),
  ...FACT_CHANGES,
  z.strictObject({ what: z.literal('close'), reason: closeReason, duplicateOf: issueRef.optional() }),
  z.strictObject({ what: z.literal('reopen') }),
])
export type BulkChange = z.output<typeof bulkChange>

export const changeIssues = endpoint({
  id: 'issues.bulk',
  method: 'POST',
  path: '/groups/{group}/bulk-changes',
  summary:
    'Change one field of many issues; each issue gets its own event, or a reason why it did not change',
  input: z.strictObject({
    ...inGroup,
    refs: z.array(number).min(1).max(MOST_AT_ONCE),
    change: bulkChange,
    /** An event of the act that this carries on, where there are too many issues for one request. */
    carriesOn: issueRef.optional(),
  }),
  output: report,
})
