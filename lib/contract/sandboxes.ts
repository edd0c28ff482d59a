import { z } from 'zod'
import { TERMS } from '#lib/domain/capacity/terms.ts'
import { SANDBOX_CHANGES, SANDBOX_STATES } from '#lib/domain/sandbox/changes.ts'
import { TIME_OFF_KINDS } from '#lib/domain/time-off.ts'
import { capacity } from './capacity.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { milestoneFacts } from './facts.ts'
import { day, handle, inGroup, instant, issueRef, line, number, slug, text } from './shapes.ts'

const inMilestone = { ...inGroup, milestone: slug }
const inSandbox = { ...inMilestone, sandbox: slug }

const away = {
  person: handle,
  from: day,
  to: day,
  fromNoon: z.boolean().optional(),
  untilNoon: z.boolean().optional(),
}
const override = {
  person: handle,
  /** Null for all teams of the person. */
  team: slug.nullable(),
  /** First day of a week of the milestone; null for all of it. */
  weekOn: day.nullable(),
  term: z.enum(TERMS),
  value: z.number().min(0).max(366),
}

/** What a what-if changes. Time off is days alone: why is never asked. */
const newChange = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('timeOff'), ...away }),
  /** Of existing time off; entries keep the rest. */
  z.strictObject({ what: z.literal('timeOffCut'), ...away }),
  z.strictObject({ what: z.literal('override'), ...override }),
  z.strictObject({ what: z.literal('focus'), value: z.number().min(0).max(2) }),
  z.strictObject({ what: z.literal('candidate'), ref: number, isIn: z.boolean() }),
  z.strictObject({ what: z.literal('dri'), ref: number, person: handle }),
  z.strictObject({ what: z.literal('deliverable'), ref: number, isIn: z.boolean() }),
])
export type NewSandboxChange = z.output<typeof newChange>

const sandbox = z.strictObject({
  slug,
  title: z.string(),
  by: handle.nullable(),
  byName: z.string(),
  createdAt: instant,
  state: z.enum(SANDBOX_STATES),
  endedAt: instant.nullable(),
  endedBy: z.string().nullable(),
  /** How many changes it holds, also those of issues that the reader may not see. */
  changes: z.number(),
})
export type Sandbox = z.output<typeof sandbox>

const happened = z.strictObject({ number: z.number(), at: instant, sentence: z.string() })

const change = z.strictObject({
  id: z.number(),
  what: z.enum(SANDBOX_CHANGES),
  /** In words: “Cindy Halim is away 4 – 8 Jan”. */
  says: z.string(),
  ref: z.number().nullable(),
  issueTitle: z.string().nullable(),
  /** Of a candidate or a Deliverable: it becomes one, or stops being one. */
  isIn: z.boolean().nullable(),
  /** Written beside an override, or told to a new DRI. */
  reason: z.string(),
  byName: z.string(),
  at: instant,
  /** Why the reader cannot apply it. */
  whyNotApply: z.string().nullable(),
  /** What happened since to the very thing that it changes: it is confirmed or left out before applying. */
  meanwhile: z.array(happened),
  leftOut: z.boolean(),
})
export type SandboxChangeFacts = z.output<typeof change>

/** `picked`: of the load, Deliverables and what is done. */
const figures = {
  availableDays: z.number(),
  weight: z.number(),
  load: z.number(),
  picked: z.number(),
}
const both = <T extends z.ZodRawShape>(shape: T) => ({
  live: z.strictObject(shape),
  whatIf: z.strictObject(shape),
})
/** Every term of a row of the capacity, without its weeks. */
const terms = {
  ...capacity.shape.rows.element.omit({ person: true, name: true, team: true, weeks: true }).shape,
  picked: z.number(),
}

export const sandboxView = z.strictObject({
  milestone: milestoneFacts,
  /** First days of its weeks. */
  weeks: z.array(day),
  sandbox,
  rows: z.array(z.strictObject({ person: handle, name: z.string(), team: slug, ...both(terms) })),
  teams: z.array(
    z.strictObject({ team: slug, name: z.string(), ...both({ ...figures, unassigned: z.number() }) }),
  ),
  total: z.strictObject(both({ ...figures, withoutTeam: z.number(), unweighted: z.number() })),
  changes: z.array(change),
  /** Changes of issues that the reader may not see; they count above. */
  notShown: z.number(),
  /** What changed in the live plan since the what-if was opened, latest first. */
  meanwhile: z.array(happened),
  /** The last event that this answer knows: what a reader who applies has seen. */
  event: z.number(),
})
export type SandboxView = z.output<typeof sandboxView>

const answer = z.strictObject({ event: z.number() })

export const listSandboxes = endpoint({
  id: 'sandboxes.list',
  method: 'GET',
  path: '/groups/{group}/milestones/{milestone}/sandboxes',
  summary: 'The what-ifs of a milestone: open ones first, then those that were applied or dropped',
  input: z.strictObject(inMilestone),
  output: z.strictObject({ items: z.array(sandbox) }),
  reads: ['sandboxes'],
})

export const openSandbox = endpoint({
  id: 'sandboxes.open',
  method: 'POST',
  path: '/groups/{group}/milestones/{milestone}/sandboxes',
  summary: 'Open a what-if of the plan of a milestone',
  input: z.strictObject({ ...inMilestone, title: line(80) }),
  output: z.strictObject({ sandbox: slug, event: z.number() }),
})

export const readSandbox = endpoint({
  id: 'sandboxes.read',
  method: 'GET',
  path: '/groups/{group}/milestones/{milestone}/sandboxes/{sandbox}',
  summary: 'A what-if beside the live plan: capacity and load in both, its changes, and what changed since',
  input: z.strictObject(inSandbox),
  output: sandboxView,
  reads: [
    'sandboxes',
    'capacity',
    'time_off',
    'working_times',
    'teams',
    'people',
    'milestones',
    'issues',
    'groups',
  ],
})

export const addSandboxChange = endpoint({
  id: 'sandboxes.add_change',
  method: 'POST',
  path: '/groups/{group}/milestones/{milestone}/sandboxes/{sandbox}/changes',
  summary: 'Add a change to a what-if; the live plan stays as it is',
  input: z.strictObject({ ...inSandbox, change: newChange, reason: text(500).optional() }),
  output: z.strictObject({ change: z.number(), event: z.number() }),
})

export const removeSandboxChange = endpoint({
  id: 'sandboxes.remove_change',
  method: 'DELETE',
  path: '/groups/{group}/milestones/{milestone}/sandboxes/{sandbox}/changes/{change}',
  summary: 'Remove a change from a what-if',
  input: z.strictObject({ ...inSandbox, change: issueRef }),
  output: answer,
})

export const applySandbox = endpoint({
  id: 'sandboxes.apply',
  method: 'POST',
  path: '/groups/{group}/milestones/{milestone}/sandboxes/{sandbox}/apply',
  summary: 'Make the changes of a what-if in the live plan, all or none; one undo removes them all again',
  input: z.strictObject({
    ...inSandbox,
    /** The `event` of the what-if as it was read; what happened after it was not seen. */
    seen: number,
    /** Changes that stay out. */
    leaveOut: z.array(number).max(60).optional(),
    /** Changes that are made although the live plan changed there meanwhile. */
    confirm: z.array(number).max(60).optional(),
    /** Kind of the time off that is entered; other unless said. */
    kind: z.enum(TIME_OFF_KINDS).optional(),
  }),
  output: z.strictObject({ applied: z.number(), event: z.number() }),
})

export const dropSandbox = endpoint({
  id: 'sandboxes.drop',
  method: 'DELETE',
  path: '/groups/{group}/milestones/{milestone}/sandboxes/{sandbox}',
  summary: 'Drop a what-if; it stays readable, and undoing brings it back',
  input: z.strictObject(inSandbox),
  output: answer,
})

export const sandboxEndpoints = [
  listSandboxes,
  openSandbox,
  readSandbox,
  addSandboxChange,
  removeSandboxChange,
  applySandbox,
  dropSandbox,
] satisfies Endpoint[]
