import type { BoardShape } from './board-shapes.ts'
import type { LabelFact } from './labels.ts'
import type { Shelf } from './milestones.ts'

export type Template = {
  id: string
  /** What the list of beginnings calls it. */
  name: string
  milestone: { rule: 'current' | 'next' | 'any' } | { rule: 'shelf'; shelf: Shelf }
  /** By meaning, so that a group may call its labels what it likes. */
  filter: readonly string[]
  columns: readonly string[]
}

const states = (...list: string[]) => list.map((state) => `workflow.${state}`)

const REFINING = states(
  'problem-validation',
  'design',
  'solution-validation',
  'planning-breakdown',
  'ready-for-development',
)
const BUILDING = states(
  'ready-for-development',
  'in-dev',
  'in-review',
  'awaiting-security-release',
  'blocked',
)

/** Handbook › Planning and Delivery Boards: the table of boards; and what else groups like to begin with. */
export const TEMPLATES: readonly Template[] = [
  { id: 'blank', name: 'Blank', milestone: { rule: 'any' }, filter: [], columns: [] },
  {
    id: 'planning',
    name: 'Planning: by type, next milestone',
    milestone: { rule: 'next' },
    filter: ['group'],
    columns: ['type.bug', 'type.maintenance', 'type.feature'],
  },
  {
    id: 'build',
    name: 'Build: Deliverables of the current milestone',
    milestone: { rule: 'current' },
    filter: ['group', 'deliverable'],
    columns: BUILDING,
  },
  {
    id: 'refining',
    name: 'Shelf: from problem validation to ready',
    milestone: { rule: 'shelf', shelf: 'next-1-3' },
    filter: [],
    columns: REFINING,
  },
  {
    id: 'workflow',
    name: 'By workflow, every milestone',
    milestone: { rule: 'any' },
    filter: ['group'],
    columns: [...REFINING, ...BUILDING.slice(1), 'workflow.verification'],
  },
  {
    id: 'severity',
    name: 'Bugs by severity',
    milestone: { rule: 'any' },
    filter: ['type.bug'],
    columns: ['severity.1', 'severity.2', 'severity.3', 'severity.4'],
  },
]

/** A shelf is found by what it stands for, so that a group may call it what it likes; without one, every milestone. */
function placeOf(
  milestone: Template['milestone'],
  milestones: readonly { slug: string; shelf: string | null }[],
): BoardShape['milestone'] {
  if (milestone.rule !== 'shelf') return milestone
  const slug = milestones.find(({ shelf }) => shelf === milestone.shelf)?.slug
  return slug === undefined ? { rule: 'any' } : { rule: 'fixed', slug }
}

/** A template with the labels that the group has for its meanings; what the group has no label for is left out. */
export function shapeFrom(
  { milestone, filter, columns }: Template,
  labels: readonly LabelFact[],
  milestones: readonly { slug: string; shelf: string | null }[],
): BoardShape {
  const titled = (meanings: readonly string[]) =>
    meanings.flatMap((meaning) => labels.find((label) => label.meaning === meaning)?.title ?? [])
  return {
    title: '',
    milestone: placeOf(milestone, milestones),
    labels: titled(filter),
    columns: titled(columns).map((label) => ({ label, wipCount: null, wipWeight: null })),
  }
}
