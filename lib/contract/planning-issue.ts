import { z } from 'zod'
import { NUMBERED_KINDS } from '#lib/domain/subjects.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { milestoneFacts } from './facts.ts'
import { day, inGroup, instant, line, lineOrNone, number, slug, text, MOST_NUMBER } from './shapes.ts'

const inMilestone = { ...inGroup, milestone: slug }

const person = z.strictObject({ handle: z.string(), name: z.string() })
const teamName = z.strictObject({ slug: z.string(), name: z.string() })

const priorityRow = z.strictObject({
  kind: z.enum(NUMBERED_KINDS),
  number: z.number(),
  title: z.string(),
  /** As chosen; where none is, those of the work itself. */
  teams: z.array(teamName),
  goal: z.string(),
  /** Of an epic, its tech lead. */
  dri: person.nullable(),
  /** “in dev”, “done”, “3 of 7 done”. */
  status: z.string(),
})

const deliverableRow = z.strictObject({
  ref: z.number(),
  title: z.string(),
  /** Name of the functional team. */
  team: z.string().nullable(),
  weight: z.number().nullable(),
  dri: person.nullable(),
  status: z.string(),
})

/** What the lines `{{milestone}}`, `{{capacity}}` … of a planning issue stand for. Sums are the group's, lists the reader's. */
export const planningBlocks = z.strictObject({
  milestone: z.strictObject({ title: z.string(), startOn: day, dueOn: day, workingDays: z.number() }),
  boards: z.array(z.strictObject({ slug: z.string(), title: z.string(), milestone: z.string().nullable() })),
  /** Markdown; empty while there are none. */
  goals: z.string(),
  priorities: z.strictObject({ rows: z.array(priorityRow), notShown: z.number() }),
  capacity: z.strictObject({
    /** In the order of the teams; `slug` null for Deliverables without a team, where there are some. */
    teams: z.array(
      z.strictObject({
        slug: z.string().nullable(),
        name: z.string(),
        /** Capacity in weight. */
        capacity: z.number(),
        /** Weight of the Deliverables, open and done. */
        picked: z.number(),
      }),
    ),
    total: z.strictObject({ capacity: z.number(), picked: z.number() }),
    /** Weight that is left of open Deliverables of the milestone before. */
    carryOver: z.strictObject({ from: z.string(), left: z.number() }).nullable(),
  }),
  deliverables: z.strictObject({ rows: z.array(deliverableRow), notShown: z.number() }),
})
export type PlanningBlocks = z.output<typeof planningBlocks>

export const planningIssue = z.strictObject({
  milestone: milestoneFacts,
  /** Number of the issue; null while there is none. */
  ref: z.number().nullable(),
  title: z.string(),
  /** Markdown, with a line for each data block. */
  description: z.string(),
  /** Its parts between the blocks, in their order. */
  texts: z.array(z.strictObject({ body: z.string() })),
  /** Live, or as they were when the planning issue was frozen. */
  blocks: planningBlocks,
  /** The latest post of capacity and DRIs. */
  posted: z.strictObject({ at: instant, by: z.string(), comment: z.number() }).nullable(),
  frozen: z.strictObject({ at: instant, by: z.string().nullable() }).nullable(),
  /** The whole text, with what stands in the place of each block and the updates of its week below, as it is pasted elsewhere. */
  markdown: z.string(),
})
export type PlanningIssue = z.output<typeof planningIssue>

const answer = z.strictObject({ ref: z.number(), event: z.number() })

export const readPlanningIssue = endpoint({
  id: 'planning-issue.read',
  method: 'GET',
  path: '/groups/{group}/milestones/{milestone}/planning-issue',
  summary: 'The planning issue of a milestone with its data blocks, live or frozen, and as Markdown',
  input: z.strictObject(inMilestone),
  output: planningIssue,
  reads: [
    'planning_issues',
    'issues',
    'epics',
    'milestones',
    'boards',
    'labels',
    'teams',
    'people',
    'capacity',
    'time_off',
    'working_times',
    'groups',
    'updates',
  ],
})

export const createPlanningIssue = endpoint({
  id: 'planning-issue.create',
  method: 'POST',
  path: '/groups/{group}/milestones/{milestone}/planning-issue',
  summary: 'Create the planning issue of a milestone from the template; a second time answers with the first',
  input: z.strictObject(inMilestone),
  output: answer.extend({
    created: z.boolean(),
    /** Why it was not created: another one exists. */
    because: z.string().nullable(),
  }),
})

/** `goal` in one sentence; without teams, those of the work itself. */
export const priority = z.strictObject({
  kind: z.enum(NUMBERED_KINDS),
  number,
  teams: z.array(slug).max(20),
  goal: lineOrNone(500),
})
export type Priority = z.output<typeof priority>

export const setPriorities = endpoint({
  id: 'planning-issue.set_priorities',
  method: 'PUT',
  path: '/groups/{group}/milestones/{milestone}/planning-issue/priorities',
  summary:
    'Set the priorities of a milestone, in order; a list that changed since it was read is kept (409, stale)',
  input: z.strictObject({
    ...inMilestone,
    priorities: z.array(priority).max(100),
    /** The list that was read. */
    was: z.array(priority).max(100),
  }),
  output: answer,
})

export const listPriorities = endpoint({
  id: 'planning-issue.priorities',
  method: 'GET',
  path: '/groups/{group}/milestones/{milestone}/planning-issue/priorities',
  summary: 'The priorities of a milestone as they were entered',
  input: z.strictObject(inMilestone),
  output: z.strictObject({ items: z.array(priority.extend({ title: z.string() })), notShown: z.number() }),
  reads: ['planning_issues', 'issues', 'epics', 'teams'],
})

export const postCapacity = endpoint({
  id: 'planning-issue.post_capacity',
  method: 'POST',
  path: '/groups/{group}/milestones/{milestone}/planning-issue/capacity',
  summary:
    'Post the capacity by team, and the Deliverables with their DRIs, as a comment on the planning issue',
  input: z.strictObject(inMilestone),
  output: answer.extend({ comment: z.number() }),
})

export const freezePlanning = endpoint({
  id: 'planning-issue.freeze',
  method: 'POST',
  path: '/groups/{group}/milestones/{milestone}/planning-issue/freeze',
  summary: 'Keep the data blocks as they are now',
  input: z.strictObject(inMilestone),
  output: answer,
})

export const unfreezePlanning = endpoint({
  id: 'planning-issue.unfreeze',
  method: 'DELETE',
  path: '/groups/{group}/milestones/{milestone}/planning-issue/freeze',
  summary: 'Make the data blocks live again; what was frozen is kept',
  input: z.strictObject(inMilestone),
  output: answer,
})

export const planningTemplate = z.strictObject({
  /** 0 for the one that every group begins with. */
  version: z.number(),
  title: z.string(),
  body: z.string(),
  by: z.string().nullable(),
  at: instant.nullable(),
})
export type PlanningTemplate = z.output<typeof planningTemplate>

export const readPlanningTemplate = endpoint({
  id: 'planning-issue.template',
  method: 'GET',
  path: '/groups/{group}/planning-template',
  summary: 'The template of planning issues, or one of its earlier versions',
  input: z.strictObject({
    ...inGroup,
    version: z.coerce.number<string | number>().int().min(0).max(MOST_NUMBER).optional(),
  }),
  output: z.strictObject({
    template: planningTemplate,
    /** The newest first. */
    versions: z.array(planningTemplate.omit({ title: true, body: true })),
  }),
  reads: ['planning_issues'],
})

export const editPlanningTemplate = endpoint({
  id: 'planning-issue.edit_template',
  method: 'PUT',
  path: '/groups/{group}/planning-template',
  summary:
    'Write the next version of the template; writing on an older one returns the current text (409, stale)',
  input: z.strictObject({
    ...inGroup,
    title: line(200),
    body: text(50_000),
    /** The version that was read. */
    version: z.number().int().min(0).max(MOST_NUMBER),
  }),
  output: z.strictObject({ template: planningTemplate, event: z.number() }),
})

export const planningEndpoints = [
  readPlanningIssue,
  createPlanningIssue,
  listPriorities,
  setPriorities,
  postCapacity,
  freezePlanning,
  unfreezePlanning,
  readPlanningTemplate,
  editPlanningTemplate,
] satisfies Endpoint[]
