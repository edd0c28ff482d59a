import { z } from 'zod'
import { whyNotDay } from '#lib/domain/days.ts'
import { CONFIDENCES } from '#lib/domain/confidence.ts'
import { PUSH_BACK_KINDS, PUSH_BACK_STATES } from '#lib/domain/push-back-terms.ts'
import { SLIP_REASONS } from '#lib/domain/closing/reasons.ts'
import { ACTION_STATES } from '#lib/domain/retrospectives/actions.ts'
import { isMonth } from '#lib/domain/retrospectives/months.ts'
import { MOST_OF_POINT, POINT_KINDS, STAGES } from '#lib/domain/retrospectives/retrospectives.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { day, handle, inGroup, instant, issueRef, line } from './shapes.ts'

/** A month of the group’s calendar, by which its retrospective is known. */
export const monthParam = z
  .string()
  .refine((value) => isMonth(value) && whyNotDay(`${value}-01`) === null, 'A month, such as 2026-11.')
  .meta({ examples: ['2026-11'] })

const person = z.strictObject({ handle: z.string(), name: z.string() })
const act = z.strictObject({ by: person, at: instant }).nullable()

const point = z.strictObject({
  id: z.number(),
  kind: z.enum(POINT_KINDS),
  text: z.string(),
  /** Who is thanked. */
  to: person.nullable(),
  by: person,
  /** How many voted for it. Who did is told nowhere. */
  votes: z.number(),
  /** Whether the reader did. */
  voted: z.boolean(),
  mine: z.boolean(),
})
export type Point = z.output<typeof point>

const action = z.strictObject({
  id: z.number(),
  text: z.string(),
  owner: person,
  dueOn: day,
  state: z.enum(ACTION_STATES),
  /** The retrospective in which it was agreed on. */
  month: z.string(),
  endedAt: instant.nullable(),
  /** What became of it after the retrospective was closed; null where nothing did. */
  later: z.strictObject({ state: z.enum(ACTION_STATES), at: instant.nullable() }).nullable(),
})
export type RetrospectiveAction = z.output<typeof action>

const work = z.strictObject({ ref: z.number(), title: z.string(), weight: z.number().nullable() })

const milestone = z.strictObject({
  slug: z.string(),
  title: z.string(),
  dueOn: day,
  /** Whether its outcome is frozen; before that nothing of it is known. */
  settled: z.boolean(),
  assigned: z.number(),
  completed: z.number(),
  reprioritised: z.number(),
  shipped: z.array(work),
  slipped: z.array(
    work.extend({
      reason: z.enum(SLIP_REASONS).nullable(),
      text: z.string(),
      destination: z.string().nullable(),
    }),
  ),
  /** How many of these the reader may not see. */
  notShown: z.number(),
})

const facts = z.strictObject({
  /** Those that ended in the month. */
  milestones: z.array(milestone),
  pushBacks: z.array(
    z.strictObject({
      id: z.number(),
      kind: z.enum(PUSH_BACK_KINDS),
      /** What stands in its address: a number or a slug. */
      key: z.string(),
      title: z.string(),
      state: z.enum(PUSH_BACK_STATES),
      reason: z.string(),
    }),
  ),
  /** Of the group, never of a person. */
  calibration: z.array(
    z.strictObject({
      confidence: z.enum(CONFIDENCES),
      said: z.number(),
      shipped: z.number(),
      /** From 0 to 1, with its 90 % interval; null where nothing was said. */
      share: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
    }),
  ),
  help: z.strictObject({ raised: z.number(), helped: z.number(), medianMinutes: z.number().nullable() }),
  cadence: z.array(
    z.strictObject({ activity: z.string(), happened: z.number(), expected: z.number().nullable() }),
  ),
})
export type RetrospectiveTable = z.output<typeof facts>

const heading = {
  month: z.string(),
  from: day,
  to: day,
  stage: z.enum(STAGES),
  /** Titles of the milestones that ended in it. */
  covers: z.array(z.string()),
  begun: act,
  opened: act,
  closed: act,
}

const listed = z.strictObject({
  ...heading,
  /** How many points there are, hidden or not. */
  points: z.number(),
  /** How many actions were agreed on in it, and how many of them are open. */
  actions: z.number(),
  openActions: z.number(),
})
export type ListedRetrospective = z.output<typeof listed>

export const retrospective = z.strictObject({
  ...heading,
  /** While they are hidden, the reader’s own. */
  points: z.array(point),
  /** How many points of others are hidden. */
  hidden: z.number(),
  actions: z.array(action),
  table: facts,
})
export type Retrospective = z.output<typeof retrospective>

const one = { ...inGroup, retrospective: monthParam }
const onPoint = { ...one, point: issueRef }
const onAction = { ...one, action: issueRef }
const changed = z.strictObject({ month: z.string(), event: z.number() })
const pointChanged = changed.extend({ point: z.number() })
const actionChanged = changed.extend({ action: z.number() })

const reads = [
  'retrospectives',
  'milestones',
  'issues',
  'push_backs',
  'hands',
  'updates',
  'activities',
  'plan',
  'people',
] as const

export const listRetrospectives = endpoint({
  id: 'retrospectives.list',
  method: 'GET',
  path: '/groups/{group}/retrospectives',
  summary: 'Retrospectives by month, the newest first; a stakeholder sees closed ones',
  input: z.strictObject({ ...inGroup, before: monthParam.optional() }),
  output: z.strictObject({ items: z.array(listed), next: z.string().nullable() }),
  reads: ['retrospectives', 'milestones', 'people'],
})

export const beginRetrospective = endpoint({
  id: 'retrospectives.begin',
  method: 'POST',
  path: '/groups/{group}/retrospectives',
  summary: 'Begin the retrospective of a month: everyone in the group is asked for points',
  input: z.strictObject({ ...inGroup, month: monthParam }),
  output: changed,
})

export const readRetrospective = endpoint({
  id: 'retrospectives.read',
  method: 'GET',
  path: '/groups/{group}/retrospectives/{retrospective}',
  summary:
    'The retrospective of a month: points, actions and what happened; until it is opened you read your own points alone',
  input: z.strictObject(one),
  output: retrospective,
  reads: [...reads],
})

export const openRetrospective = endpoint({
  id: 'retrospectives.open',
  method: 'POST',
  path: '/groups/{group}/retrospectives/{retrospective}/open',
  summary: 'Open the points: everyone in the group reads them, and votes',
  input: z.strictObject(one),
  output: changed,
})

export const closeRetrospective = endpoint({
  id: 'retrospectives.close',
  method: 'POST',
  path: '/groups/{group}/retrospectives/{retrospective}/close',
  summary: 'Close it: what it shows is kept as it is, as its minutes',
  input: z.strictObject(one),
  output: changed,
})

const said = { kind: z.enum(POINT_KINDS), text: line(MOST_OF_POINT), to: handle.optional() }

export const addPoint = endpoint({
  id: 'retrospectives.add_point',
  method: 'POST',
  path: '/groups/{group}/retrospectives/{retrospective}/points',
  summary: 'Add a point, hidden from others until the retrospective is opened',
  input: z.strictObject({ ...one, ...said }),
  output: pointChanged,
})

export const rewordPoint = endpoint({
  id: 'retrospectives.reword_point',
  method: 'PATCH',
  path: '/groups/{group}/retrospectives/{retrospective}/points/{point}',
  summary: 'Reword a point of yours that is still hidden; it gets another id',
  input: z.strictObject({ ...onPoint, ...said }),
  output: pointChanged,
})

export const withdrawPoint = endpoint({
  id: 'retrospectives.withdraw_point',
  method: 'DELETE',
  path: '/groups/{group}/retrospectives/{retrospective}/points/{point}',
  summary: 'Withdraw a point of yours that has no votes',
  input: z.strictObject(onPoint),
  output: pointChanged,
})

export const votePoint = endpoint({
  id: 'retrospectives.vote',
  method: 'POST',
  path: '/groups/{group}/retrospectives/{retrospective}/points/{point}/vote',
  summary: 'Vote for a point, once',
  input: z.strictObject(onPoint),
  output: pointChanged,
})

export const unvotePoint = endpoint({
  id: 'retrospectives.unvote',
  method: 'DELETE',
  path: '/groups/{group}/retrospectives/{retrospective}/points/{point}/vote',
  summary: 'Remove your vote',
  input: z.strictObject(onPoint),
  output: pointChanged,
})

export const addAction = endpoint({
  id: 'retrospectives.add_action',
  method: 'POST',
  path: '/groups/{group}/retrospectives/{retrospective}/actions',
  summary: 'Agree on an action, with its owner and its day; it carries over until it is done',
  input: z.strictObject({ ...one, text: line(300), owner: handle, dueOn: day }),
  output: actionChanged,
})

export const editAction = endpoint({
  id: 'retrospectives.edit_action',
  method: 'PATCH',
  path: '/groups/{group}/retrospectives/{retrospective}/actions/{action}',
  summary: 'Change an action of the month, or finish, drop or reopen it',
  input: z.strictObject({
    ...onAction,
    text: line(300).optional(),
    owner: handle.optional(),
    dueOn: day.optional(),
    state: z.enum(ACTION_STATES).optional(),
  }),
  output: actionChanged,
})

export const retrospectiveEndpoints = [
  listRetrospectives,
  beginRetrospective,
  readRetrospective,
  openRetrospective,
  closeRetrospective,
  addPoint,
  rewordPoint,
  withdrawPoint,
  votePoint,
  unvotePoint,
  addAction,
  editAction,
] satisfies Endpoint[]
