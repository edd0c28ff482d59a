import { z } from 'zod'
import { DECISIONS, PUSH_BACK_KINDS, PUSH_BACK_STATES } from '#lib/domain/push-back-terms.ts'
import { MOST_PROTECTED, parseWork } from '#lib/domain/push-backs.ts'
import { endpoint, type Endpoint } from './endpoint.ts'
import { cursor, day, inGroup, instant, issueRef, line, many, number, slug, text, warning } from './shapes.ts'

/** The work of a push-back in a body or a query: `issue-12`, `epic-3`, `milestone-19.7`. */
export const workParam = z
  .string()
  .max(100)
  .refine((given) => parseWork(given) !== null, 'Work is named like issue-12, epic-3 or milestone-19.7.')
  .meta({ examples: ['issue-12'] })

export const pushedWork = z.strictObject({
  kind: z.enum(PUSH_BACK_KINDS),
  /** As bodies name it, such as `issue-12`. */
  work: z.string(),
  /** What stands in its address: a number or a slug. */
  key: z.string(),
  title: z.string(),
  open: z.boolean(),
})
export type PushedWorkFacts = z.output<typeof pushedWork>

const person = z.strictObject({ handle: z.string(), name: z.string() })

export const pushBackFacts = z.strictObject({
  id: z.number(),
  subject: pushedWork,
  reason: z.string(),
  /** What is kept on course without this work, as far as the reader may see it. */
  protects: z.array(pushedWork),
  /** What would change our mind. */
  wouldChange: z.string(),
  /** The day on which it is looked at again. */
  revisitOn: z.string().nullable(),
  state: z.enum(PUSH_BACK_STATES),
  /** What was said with the decision. */
  note: z.string(),
  by: person.nullable(),
  at: instant,
  decidedBy: person.nullable(),
  decidedAt: instant.nullable(),
  /** The title of the milestone in which the issue is reprioritised by it. */
  left: z.string().nullable(),
  /** The number of the last event about it. */
  version: z.number(),
})
export type PushBackFacts = z.output<typeof pushBackFacts>

const changed = z.strictObject({
  pushBack: pushBackFacts,
  /** The number of the event, by which it is undone. */
  event: z.number(),
  warnings: z.array(warning),
})

export const listPushBacks = endpoint({
  id: 'push-backs.list',
  method: 'GET',
  path: '/groups/{group}/push-backs',
  summary: 'The register of push-backs: open ones first, then deferred ones, then the latest',
  input: z.strictObject({
    ...inGroup,
    state: many(z.enum(PUSH_BACK_STATES)).optional(),
    /** About issues, epics or the plans of milestones. */
    kind: many(z.enum(PUSH_BACK_KINDS)).optional(),
    /** Words of the reason, of what would change our mind, of the note or of the title of the work. */
    q: text(200).optional(),
    work: workParam.optional(),
    cursor: cursor.optional(),
  }),
  output: z.strictObject({ items: z.array(pushBackFacts), next: z.string().nullable() }),
  reads: ['push_backs', 'issues', 'epics', 'milestones', 'people'],
})

const one = { ...inGroup, pushBack: issueRef }

export const readPushBack = endpoint({
  id: 'push-backs.read',
  method: 'GET',
  path: '/groups/{group}/push-backs/{pushBack}',
  summary: 'One push-back',
  input: z.strictObject(one),
  output: pushBackFacts,
  reads: ['push_backs', 'issues', 'epics', 'milestones', 'people'],
})

export const resemblingPushBacks = endpoint({
  id: 'push-backs.resembling',
  method: 'GET',
  path: '/groups/{group}/resembling-push-backs',
  summary:
    'Push-backs on work with a similar title or for a reason that names it: the answer to the same request',
  input: z.strictObject({ ...inGroup, title: text(255) }),
  output: z.strictObject({ items: z.array(pushBackFacts) }),
  reads: ['push_backs', 'issues'],
})

export const raisePushBack = endpoint({
  id: 'push-backs.raise',
  method: 'POST',
  path: '/groups/{group}/push-backs',
  summary: 'Push back on an issue, an epic or the plan of a milestone, with the reason',
  input: z.strictObject({
    ...inGroup,
    work: workParam,
    reason: line(2_000),
    protects: z.array(workParam).max(MOST_PROTECTED).optional(),
    wouldChange: text(2_000).optional(),
    revisitOn: day.nullable().optional(),
  }),
  output: changed,
})

export const decidePushBack = endpoint({
  id: 'push-backs.decide',
  method: 'POST',
  path: '/groups/{group}/push-backs/{pushBack}/decision',
  summary:
    'Accept, decline or defer a push-back; accepting may move its issue in the same act, which makes it reprioritised in the milestone that runs',
  input: z.strictObject({
    ...one,
    decision: z.enum(DECISIONS),
    note: text(2_000).optional(),
    /** When to look at it again; left out, the day that it has stays while it lies ahead. */
    revisitOn: day.nullable().optional(),
    /** The version that was read. */
    version: number,
    /** Where the issue goes: another milestone or shelf, none, or off Deliverable where it is. */
    move: z
      .strictObject({ milestone: slug.nullable().optional(), withoutDeliverable: z.boolean().optional() })
      .optional(),
  }),
  output: changed,
})

export const pushBackEndpoints = [
  listPushBacks,
  readPushBack,
  resemblingPushBacks,
  raisePushBack,
  decidePushBack,
] satisfies Endpoint[]
