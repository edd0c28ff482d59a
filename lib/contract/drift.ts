import { z } from 'zod'
import { CONFIDENCES } from '#lib/domain/confidence.ts'
import { DRIFT_KINDS } from '#lib/domain/drift.ts'
import { DRIVEN_KINDS } from '#lib/domain/dri-table.ts'
import { NUMBERED_KINDS } from '#lib/domain/subjects.ts'
import { STATES } from '#lib/domain/workflow.ts'
import { unclaimedFacts } from './dri-shapes.ts'
import { endpoint } from './endpoint.ts'
import { day, handle, inGroup, instant, slug } from './shapes.ts'

const person = z.strictObject({ handle: z.string(), name: z.string() })
const drift = { kind: z.enum(DRIFT_KINDS), because: z.string() }

const drifting = z.strictObject({
  /** `issue-12`, `epic-3`. */
  subject: z.string(),
  kind: z.enum(NUMBERED_KINDS),
  ref: z.number(),
  title: z.string(),
  /** DRI of an issue, tech lead of an epic. */
  dri: person.nullable(),
  drift: z.strictObject(drift),
})
export type DriftLine = z.output<typeof drifting>

export const readDrift = endpoint({
  id: 'dris.drift',
  method: 'GET',
  path: '/groups/{group}/drift',
  summary:
    'What drifts in the current milestone and the next: no DRI, away without cover, no update, left the group, others work on it',
  input: z.strictObject(inGroup),
  output: z.strictObject({ items: z.array(drifting) }),
  reads: ['dris', 'issues', 'epics', 'people', 'time_off', 'milestones', 'labels', 'updates'],
})

const driven = z.strictObject({
  /** `issue-12`, `epic-3`. */
  subject: z.string(),
  kind: z.enum(DRIVEN_KINDS),
  ref: z.number(),
  title: z.string(),
  /** Of an issue; null for an epic. */
  state: z.enum(STATES).nullable(),
  weight: z.number().nullable(),
  dri: person.nullable(),
  /** Since when they drive it. */
  since: instant.nullable(),
  /** Asked to take over, without an answer; until then the DRI stays accountable. */
  offeredTo: person.nullable(),
  /** Day and confidence of the last update; null without one. */
  updatedOn: day.nullable(),
  confidence: z.enum(CONFIDENCES).nullable(),
  /** Without a DRI: that there was no volunteer. */
  unclaimed: unclaimedFacts.nullable(),
  /** The open hand that waits longest; of two, the one that waits for help. */
  hand: z.strictObject({ by: person, ask: z.string(), helper: person.nullable() }).nullable(),
  /** The functional team of an issue, or else those of its DRI. */
  teams: z.array(slug),
  drifts: z.array(z.strictObject(drift)),
})
export type DrivenLine = z.output<typeof driven>

/** Weights and days of the whole milestone. */
const load = z.strictObject({
  ...person.shape,
  /** Weight that they drive, open or done. */
  drives: z.number(),
  /** Null for a person without a share of time in a team. */
  capacity: z.number().nullable(),
  daysAway: z.number(),
})
export type DriLoad = z.output<typeof load>

export const listDris = endpoint({
  id: 'dris.list',
  method: 'GET',
  path: '/groups/{group}/dris',
  summary:
    'Who drives what is worked on in a milestone, the current one unless said, and the weight that each person drives beside their capacity',
  input: z.strictObject({
    ...inGroup,
    milestone: slug.optional(),
    /** What this person drives, and their load, alone. */
    person: handle.optional(),
  }),
  output: z.strictObject({
    /** Null between milestones. */
    milestone: z.strictObject({ slug, title: z.string() }).nullable(),
    /** What needs attention first. */
    items: z.array(driven),
    people: z.array(load),
  }),
  reads: [
    'dris',
    'hands',
    'updates',
    'issues',
    'epics',
    'people',
    'time_off',
    'milestones',
    'labels',
    'teams',
    'capacity',
    'working_times',
    'groups',
  ],
})
