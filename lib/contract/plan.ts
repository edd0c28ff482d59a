import { z } from 'zod'
import { WORK_TYPES } from '#lib/domain/labels.ts'
import { STEP_OWNERS } from '#lib/domain/plan/steps.ts'
import { STATES } from '#lib/domain/workflow.ts'
import { MOST_AT_ONCE, report } from './bulk.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { absence, epicFacts, labelFacts, milestoneFacts, personFacts, teamFacts } from './facts.ts'
import { card } from './issues.ts'
import { mix } from './mix.ts'
import { planSession, planSessionEndpoints } from './plan-session.ts'
import { planStepEndpoints, stepKey } from './plan-steps.ts'
import { day, handle, inGroup, instant, number, slug, text } from './shapes.ts'

const inMilestone = { ...inGroup, milestone: slug }

const refusal = z.strictObject({ rule: z.string(), because: z.string() })

const step = z.strictObject({
  key: stepKey,
  title: z.string(),
  /** As the handbook says it. */
  sentence: z.string(),
  /** Who leads it: the people who have that role. */
  owner: z.strictObject({ role: z.enum(STEP_OWNERS), people: z.array(handle) }),
  /** “PM, EM”. */
  who: z.string(),
  dueOn: day,
  /** Derived, never set: `open` while it is not due yet. */
  state: z.enum(['done', 'late', 'open']),
  /** Calendar days since it was due; 0 unless it is late. */
  daysLate: z.number(),
  /** “9 of 11 candidates weighed”, and the two numbers of it where it counts something. */
  text: z.string(),
  count: z.strictObject({ done: z.number(), of: z.number() }).nullable(),
  /** What is missing, each with where it is put right; the group's count of it may be higher by `more`. */
  missing: z.array(
    z.strictObject({
      text: z.string(),
      to: z.enum(['planning-issue', 'boards', 'planning-board', 'capacity', 'issue', 'session', 'selection']),
      /** The issue, where it leads to one. */
      ref: z.number().nullable(),
      /** The person it is asked of. */
      person: handle.nullable(),
    }),
  ),
  /** What is missing beside those, or is not shown to the reader. */
  more: z.number(),
  note: z
    .strictObject({ body: z.string(), by: handle.nullable(), byName: z.string(), at: instant })
    .nullable(),
})
export type PlanStep = z.output<typeof step>

/** Why a candidate lies where it does; the first one decides. */
const reason = z.strictObject({
  kind: z.enum(['slipped', 'pm', 'priority', 'severity', 'weight']),
  text: z.string(),
})

const candidate = z.strictObject({
  /** Its place in the ranking of all candidates, from 1. */
  rank: z.number(),
  card,
  type: z.enum(WORK_TYPES).nullable(),
  /** 1 to 4. */
  priority: z.number().nullable(),
  severity: z.number().nullable(),
  state: z.enum(STATES).nullable(),
  spike: z.boolean(),
  /** It needs a weight and has none. */
  unweighted: z.boolean(),
  /** It is one already: since when, and who made it one, as far as that is recorded. */
  deliverable: z.strictObject({ byName: z.string().nullable(), at: instant.nullable() }).nullable(),
  /**
   * Why it cannot become a Deliverable, by the rule that the selection applies; `nobody` where a DRI is all that is missing,
   * which the selection can name. Null for what is one.
   */
  refusal: refusal.nullable(),
  reasons: z.array(reason),
  /** “slipped from 19.7”, “PM 1, severity 2”, “priority 1”. */
  why: z.string(),
  /**
   * Its place in the order of the PM, from 1; null where it was not placed since it came to the milestone. It is placed by
   * `issues.move` on the planning board (`boards.planning`) with `to: null` and `after` the candidate above it in this
   * order, or `before` the first of them: it then lies there, above all candidates that were not placed.
   */
  pm: z.number().nullable(),
  slippedFrom: z.string().nullable(),
  /** It finds no room in its functional team: by how much, in weight. */
  over: z.strictObject({ team: slug.nullable(), by: z.number(), text: z.string() }).nullable(),
  /** It lies below the cut line. */
  below: z.boolean(),
  /** Whose capacity it takes, by team and person; null for what has no team, or no person. */
  loads: z.array(z.strictObject({ team: slug.nullable(), person: handle.nullable(), weight: z.number() })),
})
export type PlanCandidate = z.output<typeof candidate>

/** All in weight. `picked`: Deliverables, and what is done. `left` is negative where more is picked than there is. */
const room = { capacity: z.number(), picked: z.number(), left: z.number() }

export const plan = z.strictObject({
  milestone: milestoneFacts,
  /** Title of the milestone before it. */
  before: z.string().nullable(),
  /** Today in the group's time zone. */
  today: day,
  steps: z.array(step),
  /** The first step that is not done. */
  next: stepKey.nullable(),
  /** Open candidates, by rank. */
  candidates: z.array(candidate),
  cut: z.strictObject({
    /** Candidates below it that the reader sees; the line is drawn before the first of them. */
    below: z.number(),
    /** Where they can be moved. */
    places: z.array(z.strictObject({ slug, title: z.string() })),
  }),
  teams: z.array(
    z.strictObject({
      team: slug,
      name: z.string(),
      ...room,
      /** Weight of all its candidates. */
      candidates: z.number(),
    }),
  ),
  people: z.array(z.strictObject({ person: handle, name: z.string(), ...room })),
  total: z.strictObject({
    ...room,
    /** All candidates of the group: how many, their weight, and how many need one. */
    candidates: z.number(),
    weight: z.number(),
    unweighted: z.number(),
    /** Open Deliverables. */
    deliverables: z.number(),
  }),
  mix: z.strictObject({
    target: mix.nullable(),
    /** By weight; null where nothing is picked, or weighed. */
    picked: mix.nullable(),
    candidates: mix.nullable(),
  }),
  /** Number of its planning issue; null without one, and where the reader may not see it. */
  planningIssue: z.number().nullable(),
  /** By slug: the boards that show the milestone. */
  boards: z.strictObject({ planning: slug.nullable(), build: slug.nullable() }),
  /** When capacity and DRIs were posted on the planning issue. */
  postedAt: instant.nullable(),
  session: planSession.nullable(),
  /** What cards name, as boards have it. */
  labels: z.array(labelFacts),
  names: z.strictObject({
    people: z.array(personFacts),
    teams: z.array(teamFacts),
    epics: z.array(epicFacts),
  }),
  away: z.array(absence),
  /** Candidates that count above and that the reader may not see. */
  notShown: z.number(),
  event: z.number(),
})
export type Plan = z.output<typeof plan>

const reads = [
  'issues',
  'boards',
  'labels',
  'milestones',
  'teams',
  'people',
  'capacity',
  'time_off',
  'working_times',
  'groups',
  'plan',
  'planning_issues',
] as const

export const readPlan = endpoint({
  id: 'plan.read',
  method: 'GET',
  path: '/groups/{group}/milestones/{milestone}/plan',
  summary:
    'The plan of a milestone: its seven steps, the candidates ranked with reasons, the cut line, capacity and mix',
  input: z.strictObject(inMilestone),
  output: plan,
  reads,
})

/** `people` and `teams` as the proposal would leave them. */
export const proposal = z.strictObject({
  picks: z.array(
    z.strictObject({
      ref: z.number(),
      weight: z.number(),
      /** Who drives it, or would. */
      dri: handle,
      /** Its DRI is the proposal's; null assignees are kept. */
      isNewDri: z.boolean(),
    }),
  ),
  leftOut: z.array(
    z.strictObject({
      ref: z.number(),
      rule: z.string(),
      /** “Health & Connectivity has 0.5 left, it weighs 1.” */
      because: z.string(),
    }),
  ),
  teams: z.array(z.strictObject({ team: slug, name: z.string(), ...room })),
  people: z.array(z.strictObject({ person: handle, name: z.string(), ...room })),
  mix: mix.nullable(),
  /** Picks and what was left out that the reader may not see. */
  notShown: z.number(),
})
export type PlanProposal = z.output<typeof proposal>

export const proposePlan = endpoint({
  id: 'plan.propose',
  method: 'GET',
  path: '/groups/{group}/milestones/{milestone}/plan/proposal',
  summary:
    'A selection that fills each functional team and person from the ranking, and why the rest was left out; changes nothing',
  input: z.strictObject(inMilestone),
  output: proposal,
  reads,
})

export const selectPlan = endpoint({
  id: 'plan.select',
  method: 'POST',
  path: '/groups/{group}/milestones/{milestone}/plan/selection',
  summary:
    'Make candidates Deliverables with DRI and assignees, as one change; what a rule refuses stays as it is and says why',
  input: z.strictObject({
    ...inMilestone,
    items: z
      .array(
        z.strictObject({
          ref: number,
          /** Absent keeps the DRI; where there is none, the only assignee becomes the DRI. */
          dri: handle.optional(),
          /** The DRI as it was read; refused when another person is the DRI by now. */
          was: handle.nullable().optional(),
          /** Absent keeps them; where there are none, the DRI is assigned. */
          assignees: z.array(handle).max(20).optional(),
          /** For a new DRI in the place of another. */
          context: text(10_000).optional(),
        }),
      )
      .min(1)
      .max(MOST_AT_ONCE),
    /** An event of your own act that this continues. */
    carriesOn: number.optional(),
  }),
  output: report,
})

export const planEndpoints = [
  readPlan,
  proposePlan,
  selectPlan,
  ...planStepEndpoints,
  ...planSessionEndpoints,
] satisfies Endpoint[]
