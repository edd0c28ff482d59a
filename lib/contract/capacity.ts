import { z } from 'zod'
import { TERMS } from '#lib/domain/capacity/terms.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { milestoneFacts } from './facts.ts'
import { day, handle, inGroup, instant, issueRef, moment, slug, text, weight } from './shapes.ts'

const inMilestone = { ...inGroup, milestone: slug }
const answer = z.strictObject({ event: z.number() })

const term = z.enum(TERMS)
const lane = z.strictObject({
  team: slug,
  /** 1 to 4; 0 for work without a priority. */
  priority: z.number().int().min(0).max(4),
  weight: z.number().positive().max(9_999),
})

/** (workingDays − holidays − timeOff − triageDays) × share × focus = availableDays. */
const terms = z.strictObject({
  workingDays: z.number(),
  holidays: z.number(),
  timeOff: z.number(),
  triageDays: z.number(),
  /** A fraction of 1. */
  share: z.number(),
  focus: z.number(),
  availableDays: z.number(),
  /** The terms in whose place the engineering manager put others. */
  overridden: z.array(term),
})

const computedRow = z.strictObject({
  ...terms.shape,
  /** availableDays ÷ days per weight, to a tenth. */
  weight: z.number(),
  person: handle,
  team: slug,
  weeks: z.array(z.strictObject({ ...terms.shape, weekOn: day })),
})

const capacityRow = z.strictObject({
  ...computedRow.shape,
  name: z.string(),
  /** Weight of the open and done work of this person for this team. */
  load: z.number(),
})
export type CapacityRow = z.output<typeof capacityRow>

const override = z.strictObject({
  person: handle,
  /** Null for all teams of the person. */
  team: slug.nullable(),
  /** First day of a week of the milestone; null for all of it. */
  weekOn: day.nullable(),
  term,
  value: z.number(),
  reason: z.string(),
  by: handle.nullable(),
  byName: z.string(),
  at: instant,
})
export type CapacityOverride = z.output<typeof override>

/** What an override leaves of the capacity of its person: their lines, one for each team, and all their overrides. */
const overridden = z.strictObject({
  event: z.number(),
  rows: z.array(computedRow),
  overrides: z.array(override),
})
export type Overridden = z.output<typeof overridden>

const confirmation = z.strictObject({
  person: handle,
  name: z.string(),
  /** Null until they confirm, and again after their time off changed. */
  confirmedAt: instant.nullable(),
})

export const capacity = z.strictObject({
  milestone: milestoneFacts,
  focus: z.number(),
  /** Of a working day, in percent, that triage takes in a week of duty. */
  triageShare: z.number(),
  daysPerWeight: z.number(),
  /** First days of its weeks. */
  weeks: z.array(day),
  rows: z.array(capacityRow),
  teams: z.array(
    z.strictObject({
      team: slug,
      name: z.string(),
      availableDays: z.number(),
      weight: z.number(),
      load: z.number(),
      /** Of the load, what has neither an assignee nor a DRI. */
      unassigned: z.number(),
    }),
  ),
  total: z.strictObject({
    availableDays: z.number(),
    weight: z.number(),
    load: z.number(),
    /** Of the load, what belongs to no team. */
    withoutTeam: z.number(),
    /** Candidates without a weight. */
    unweighted: z.number(),
  }),
  overrides: z.array(override),
  duties: z.array(z.strictObject({ team: slug, weekOn: day, person: handle, name: z.string() })),
  confirmations: z.array(confirmation),
  /** Open Deliverables of the milestone before, which are counted apart until they are moved. */
  carryOver: z
    .strictObject({
      from: z.string(),
      weight: z.number(),
      /** With what the engineering manager says is left, in the place of their weights. */
      left: z.number(),
      issues: z.array(
        z.strictObject({
          ref: z.number(),
          title: z.string(),
          weight: z.number().nullable(),
          left: z.number().nullable(),
          team: slug.nullable(),
        }),
      ),
      /** Issues that count above and that the reader may not see. */
      notShown: z.number(),
    })
    .nullable(),
  lanes: z.array(lane),
  /** Load by team and priority: what the lanes are for. */
  laneLoad: z.array(lane.extend({ team: slug.nullable(), weight: z.number() })),
  /** Closed weight for each available day of the last milestones × the available days of this one. */
  velocity: z.strictObject({
    weight: z.number().nullable(),
    past: z.array(z.strictObject({ title: z.string(), doneWeight: z.number(), availableDays: z.number() })),
  }),
})
export type CapacityView = z.output<typeof capacity>

export const readCapacity = endpoint({
  id: 'capacity.read',
  method: 'GET',
  path: '/groups/{group}/milestones/{milestone}/capacity',
  summary:
    'Capacity of a milestone with every term, by person, team and week, beside load, carry-over and velocity, now or as of a moment in the past',
  input: z.strictObject({ ...inMilestone, at: moment.optional() }),
  output: capacity,
  reads: ['capacity', 'time_off', 'working_times', 'teams', 'people', 'milestones', 'issues', 'groups'],
})

export const overrideCapacity = endpoint({
  id: 'capacity.override',
  method: 'PUT',
  path: '/groups/{group}/milestones/{milestone}/capacity/{person}/overrides',
  summary: 'Put another value in the place of a term, with a reason; null takes the override off',
  input: z.strictObject({
    ...inMilestone,
    person: handle,
    team: slug.nullable().optional(),
    weekOn: day.nullable().optional(),
    term,
    value: z.number().min(0).max(366).nullable(),
    reason: text(500).optional(),
  }),
  output: overridden,
})

export const confirmCapacity = endpoint({
  id: 'capacity.confirm',
  method: 'PUT',
  path: '/groups/{group}/milestones/{milestone}/capacity/{person}/confirmation',
  summary: 'Say that your days in a milestone are right',
  input: z.strictObject({ ...inMilestone, person: handle }),
  output: answer,
})

export const reopenCapacity = endpoint({
  id: 'capacity.reopen',
  method: 'DELETE',
  path: '/groups/{group}/milestones/{milestone}/capacity/{person}/confirmation',
  summary: 'Withdraw the confirmation of your days',
  input: z.strictObject({ ...inMilestone, person: handle }),
  output: answer,
})

export const askToConfirm = endpoint({
  id: 'capacity.ask',
  method: 'POST',
  path: '/groups/{group}/milestones/{milestone}/capacity/{person}/reminders',
  summary: 'Ask a person to confirm their days',
  input: z.strictObject({ ...inMilestone, person: handle }),
  output: answer,
})

export const setLanes = endpoint({
  id: 'capacity.set_lanes',
  method: 'PUT',
  path: '/groups/{group}/milestones/{milestone}/capacity/lanes',
  summary: 'Divide the capacity by team and priority',
  input: z.strictObject({ ...inMilestone, lanes: z.array(lane).max(200) }),
  output: answer,
})

export const weighCarryOver = endpoint({
  id: 'capacity.weigh_carry_over',
  method: 'PUT',
  path: '/groups/{group}/milestones/{milestone}/capacity/carry-over/{ref}',
  summary: 'Say what is left of a Deliverable of the milestone before; null counts it as weighed',
  input: z.strictObject({ ...inMilestone, ref: issueRef, weight: weight.nullable() }),
  output: answer,
})

export const setDuty = endpoint({
  id: 'capacity.set_duty',
  method: 'PUT',
  path: '/groups/{group}/teams/{team}/triage-duties',
  summary: 'Give the triage of a functional team in the week of a Monday to a person; null takes it away',
  input: z.strictObject({ ...inGroup, team: slug, week: day, person: handle.nullable() }),
  output: answer,
})

export const capacityEndpoints = [
  readCapacity,
  overrideCapacity,
  confirmCapacity,
  reopenCapacity,
  askToConfirm,
  setLanes,
  weighCarryOver,
  setDuty,
] satisfies Endpoint[]
