import type { MilestoneRule } from './board-shapes.ts'
import type { BoardKind } from './boards.ts'
import type { Meaning } from './labels.ts'
import type { Shelf } from './milestones.ts'
import { STATES, stateTitle } from './workflow.ts'

/** What every group begins with; all of it is data from then on, and can be renamed. */
export type FirstLabel = { title: string; hue: number; meaning: Meaning }
export type FirstBoard = {
  slug: string
  title: string
  kind: BoardKind
  milestone: { rule: Exclude<MilestoneRule, 'fixed'> } | { rule: 'fixed'; slug: Shelf }
  labels: readonly string[]
  /** Titles of the labels that the columns stand for, in their order. */
  columns: readonly string[]
}

/** The hue of the label that says whose an issue is. */
export const GROUP_HUE = 258

export const FIRST_LABELS: readonly FirstLabel[] = [
  // Handbook › Planning and Delivery Boards: the columns of the Planning Board.
  { title: 'type::bug', hue: 25, meaning: 'type.bug' },
  { title: 'type::maintenance', hue: 230, meaning: 'type.maintenance' },
  { title: 'type::feature', hue: 295, meaning: 'type.feature' },
  // Handbook › Build Board, and Ready for Development Status.
  { title: 'Deliverable', hue: 145, meaning: 'deliverable' },
  { title: 'spike', hue: 330, meaning: 'spike' },
  // Handbook › Planning and Delivery Boards: "All workflow statuses in the Product Development Flow are valid."
  ...STATES.map((state): FirstLabel => ({
    title: `workflow::${stateTitle(state)}`,
    hue: state === 'blocked' ? 25 : 175,
    meaning: `workflow.${state}`,
  })),
]

/** Handbook › Issue Milestones, and the filters of the boards. */
export const FIRST_SHELVES: readonly { shelf: Shelf; title: string }[] = [
  { shelf: 'next-1-3', title: 'Next 1-3 Milestones' },
  { shelf: 'next-4-6', title: 'Next 4-6 Milestones' },
  { shelf: 'backlog', title: 'Backlog' },
  { shelf: 'awaiting-feedback', title: 'Awaiting Customer Feedback' },
]

const workflow = (...states: string[]) => states.map((state) => `workflow::${state}`)

const REFINING = workflow(
  'problem validation',
  'design',
  'solution validation',
  'planning breakdown',
  'ready for development',
)

/** Handbook › Planning and Delivery Boards: the table of boards, filters and columns, for a group with that label. */
export const firstBoards = (groupLabel: string): FirstBoard[] => [
  {
    slug: 'planning',
    title: 'Planning',
    kind: 'planning',
    milestone: { rule: 'next' },
    labels: [groupLabel],
    columns: ['type::bug', 'type::maintenance', 'type::feature'],
  },
  {
    slug: 'build',
    title: 'Build',
    kind: 'build',
    milestone: { rule: 'current' },
    labels: [groupLabel, 'Deliverable'],
    columns: workflow('ready for development', 'in dev', 'in review', 'awaiting security release', 'blocked'),
  },
  {
    slug: 'next-1-3',
    title: 'Next 1-3 Milestones',
    kind: 'next-1-3',
    milestone: { rule: 'fixed', slug: 'next-1-3' },
    labels: [],
    columns: REFINING,
  },
  {
    slug: 'next-4-6',
    title: 'Next 4-6 Milestones',
    kind: 'next-4-6',
    milestone: { rule: 'fixed', slug: 'next-4-6' },
    labels: [],
    columns: REFINING,
  },
]
