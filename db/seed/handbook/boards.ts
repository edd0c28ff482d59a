import type { Shelf } from '#lib/domain/milestones.ts'
import type { NewBoard } from '../../commands/boards/create.ts'

/** Handbook › Issue Milestones, and the filters of the boards. */
export const SHELF_TITLES: readonly { shelf: Shelf; title: string }[] = [
  { shelf: 'next-1-3', title: 'Next 1-3 Milestones' },
  { shelf: 'next-4-6', title: 'Next 4-6 Milestones' },
  { shelf: 'backlog', title: 'Backlog' },
  { shelf: 'awaiting-feedback', title: 'Awaiting Customer Feedback' },
]

const workflow = (...states: string[]) => states.map((state) => `workflow::${state}`)

const refining = workflow(
  'problem validation',
  'design',
  'solution validation',
  'planning breakdown',
  'ready for development',
)

/** Handbook › Planning and Delivery Boards: the table of boards, filters and columns. */
export const BOARDS: readonly NewBoard[] = [
  {
    slug: 'planning',
    title: 'Planning',
    kind: 'planning',
    milestone: { rule: 'next' },
    labels: ['group::custom models'],
    columns: ['type::bug', 'type::maintenance', 'type::feature'],
  },
  {
    slug: 'build',
    title: 'Build',
    kind: 'build',
    milestone: { rule: 'current' },
    labels: ['group::custom models', 'Deliverable'],
    columns: workflow('ready for development', 'in dev', 'in review', 'awaiting security release', 'blocked'),
  },
  {
    slug: 'next-1-3',
    title: 'Next 1-3 Milestones',
    kind: 'next-1-3',
    milestone: { rule: 'fixed', slug: 'next-1-3' },
    labels: [],
    columns: refining,
  },
  {
    slug: 'next-4-6',
    title: 'Next 4-6 Milestones',
    kind: 'next-4-6',
    milestone: { rule: 'fixed', slug: 'next-4-6' },
    labels: [],
    columns: refining,
  },
]
