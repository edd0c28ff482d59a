import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { absence, epicFacts, labelFacts, milestoneFacts, personFacts, teamFacts } from './facts.ts'
import { card, filterFields } from './issues.ts'
import { day, inGroup, labelTitle, line, moment, slug } from './shapes.ts'

export const boardKind = z.enum(['planning', 'build', 'next-1-3', 'next-4-6', 'custom'])

export const milestoneRule = z.enum(['current', 'next', 'any', 'fixed'])

export const boardSummary = z.strictObject({
  slug: z.string(),
  title: z.string(),
  kind: boardKind,
  milestoneRule,
  /** Slug of the milestone that the board shows unless another is picked; null for any. */
  milestone: z.string().nullable(),
  /** What that milestone is called. */
  milestoneTitle: z.string().nullable(),
})

export const column = z.strictObject({
  id: z.string(),
  /** The label's value without its scope, as people say it. */
  title: z.string(),
  labelId: z.string(),
  wipCount: z.number().nullable(),
  wipWeight: z.number().nullable(),
  /** Median days that issues stayed here in the last 120 days; null with fewer than five. */
  usualDays: z.number().nullable(),
})

/** The capacity of a milestone, and what each person gives to each team; all terms of it are on its own page. */
export const capacityFacts = z.strictObject({
  weight: z.number(),
  availableDays: z.number(),
  daysPerWeight: z.number(),
  terms: z.array(
    z.strictObject({
      person: z.string(),
      name: z.string(),
      team: z.string(),
      availableDays: z.number(),
      weight: z.number(),
    }),
  ),
})
export type CapacityFacts = z.output<typeof capacityFacts>

const sum = z.strictObject({ count: z.number(), weight: z.number() })

/** What was said for a milestone that is over, what was done of it, and what of the rest had been moved away. */
const commitments = z.strictObject({ assigned: sum, completed: sum, moved: sum })

/** What a board holds that its reader may not see: numbers alone, so that sums are the same for everybody. */
const notShown = z.strictObject({
  cards: z.number(),
  tally: z.strictObject({
    open: z.number(),
    openWeight: z.number(),
    doneWeight: z.number(),
    droppedWeight: z.number(),
    blocked: z.number(),
    unweighted: z.number(),
  }),
  /** The open ones on a planning board, where the line falls by rank and weight. */
  queue: z.array(z.strictObject({ rank: z.string(), weight: z.number() })),
})

/** A whole board. With no filter it holds every card, so that a reader filters and groups without asking again. */
export const boardView = z.strictObject({
  board: boardSummary,
  columns: z.array(column),
  /** Labels that each card here carries. */
  filterLabelIds: z.array(z.string()),
  milestone: milestoneFacts.nullable(),
  milestones: z.array(milestoneFacts),
  current: z.string().nullable(),
  next: z.string().nullable(),
  labels: z.array(labelFacts),
  people: z.array(personFacts),
  /** Who is away today or within the coming week, once each. */
  away: z.array(absence),
  teams: z.array(teamFacts),
  epics: z.array(epicFacts),
  /** Null where nobody can know it, and for a milestone that is over. */
  capacity: capacityFacts.nullable(),
  /** Of a milestone that is over, on a board of Deliverables or candidates. */
  commitments: commitments.nullable(),
  notShown,
  /** In the order of their rank, open and closed. */
  cards: z.array(card),
  /** Today in the group's time zone. */
  today: day,
  /** The last event that this view includes. */
  event: z.number(),
})
export type BoardView = z.output<typeof boardView>
export type Column = z.output<typeof column>

export const listBoards = endpoint({
  id: 'boards.list',
  method: 'GET',
  path: '/groups/{group}/boards',
  summary: 'The boards of a group in their order',
  input: z.strictObject(inGroup),
  output: z.strictObject({ items: z.array(boardSummary) }),
  reads: ['boards', 'milestones'],
})

export const viewBoard = endpoint({
  id: 'boards.view',
  method: 'GET',
  path: '/groups/{group}/boards/{board}',
  summary: 'A board with its columns, lookups and cards, now or as of a moment in the past',
  input: z.strictObject({
    ...inGroup,
    board: slug,
    milestone: slug.optional(),
    /** The board as it was then, without what was taken back since. */
    at: moment.optional(),
    ...filterFields,
  }),
  output: boardView,
  reads: [
    'issues',
    'boards',
    'labels',
    'milestones',
    'epics',
    'teams',
    'people',
    'capacity',
    'time_off',
    'working_times',
  ],
})

const limit = z.number().int('Whole numbers only.').min(1, 'At least 1.').max(999, 'At most 999.')

/** What makes a board. Labels are named by their titles; a column stands for one label. */
const boardShape = {
  title: line(80),
  milestone: z.union([
    z.strictObject({ rule: z.enum(['current', 'next', 'any']) }),
    z.strictObject({ rule: z.literal('fixed'), slug }),
  ]),
  labels: z.array(labelTitle).max(20),
  columns: z
    .array(z.strictObject({ label: labelTitle, wipCount: limit.nullable(), wipWeight: limit.nullable() }))
    .max(50),
}
export const listShapes = endpoint({
  id: 'boards.shapes',
  method: 'GET',
  path: '/groups/{group}/board-shapes',
  summary: 'The boards of a group in their order, each with its filter, its columns and their limits',
  input: z.strictObject(inGroup),
  output: z.strictObject({
    items: z.array(z.strictObject({ slug: z.string(), kind: boardKind, shape: z.strictObject(boardShape) })),
  }),
  reads: ['boards', 'labels', 'milestones'],
})

const changedBoard = z.strictObject({ slug: z.string(), event: z.number() })
const oneBoard = { ...inGroup, board: slug }

export const createBoard = endpoint({
  id: 'boards.create',
  method: 'POST',
  path: '/groups/{group}/boards',
  summary: 'Create a board: a filter and columns; it owns no issue',
  input: z.strictObject({ ...inGroup, ...boardShape }),
  output: changedBoard,
})

export const editBoard = endpoint({
  id: 'boards.edit',
  method: 'PUT',
  path: '/groups/{group}/boards/{board}',
  summary:
    'Change title, filter, columns and limits of a board; its address stays. With the settings that were read, newer ones are kept (409, stale)',
  input: z.strictObject({
    ...oneBoard,
    ...boardShape,
    /** The settings as they were read. Without them the ones that are sent count, whatever was there. */
    was: z.strictObject(boardShape).optional(),
  }),
  output: changedBoard,
})

export const removeBoard = endpoint({
  id: 'boards.remove',
  method: 'DELETE',
  path: '/groups/{group}/boards/{board}',
  summary: 'Remove a board of the group; its issues stay',
  input: z.strictObject(oneBoard),
  output: changedBoard,
})

export const placeBoard = endpoint({
  id: 'boards.place',
  method: 'PUT',
  path: '/groups/{group}/boards/{board}/place',
  summary: 'Move a board after another in the list of boards, or to the top',
  input: z.strictObject({ ...oneBoard, after: slug.nullable() }),
  output: changedBoard,
})
