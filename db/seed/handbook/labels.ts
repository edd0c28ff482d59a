import { STATES, stateTitle } from '#lib/domain/workflow.ts'

export type SeedLabel = { title: string; description?: string; hue: number; meaning: string | null }

/** Handbook › Organisational Labels: "Issues owned by the Custom Models group should have these labels, as appropriate". */
const organisational: SeedLabel[] = [
  { title: 'group::custom models', hue: 258, meaning: 'group' },
  { title: 'devops::ai-powered', hue: 285, meaning: 'stage' },
  { title: 'section::data science', hue: 310, meaning: 'section' },
  { title: 'Category:Model personalization', hue: 205, meaning: 'category.model-personalization' },
  { title: 'Category:Self-Hosted models', hue: 190, meaning: 'category.self-hosted-models' },
]

/** Handbook › Organisational Labels: "In addition, issues should contain the relevant ~type: and subtype labels." */
const types: SeedLabel[] = [
  { title: 'type::bug', hue: 25, meaning: 'type.bug' },
  { title: 'type::maintenance', hue: 230, meaning: 'type.maintenance' },
  { title: 'type::feature', hue: 295, meaning: 'type.feature' },
  { title: 'type::ignore', hue: 260, meaning: 'type.ignore' },
]

const promises: SeedLabel[] = [
  {
    title: 'Deliverable',
    description: 'Set by the EM on each issue in the release.',
    hue: 145,
    meaning: 'deliverable',
  },
  {
    title: 'spike',
    description: 'Research; the scope of the spike should be clearly stated.',
    hue: 330,
    meaning: 'spike',
  },
]

/** Handbook › Planning and Delivery Boards: "All workflow statuses in the Product Development Flow are valid." */
const workflow: SeedLabel[] = STATES.map((state) => ({
  title: `workflow::${stateTitle(state)}`,
  hue: state === 'blocked' ? 25 : 175,
  meaning: `workflow.${state}`,
}))

/** Not on the page; the rules know what they mean, so that a triage has words for it. */
const urgency: SeedLabel[] = [1, 2, 3, 4].flatMap((degree) => [
  { title: `severity::${degree}`, hue: 10 + degree * 18, meaning: `severity.${degree}` },
  { title: `priority::${degree}`, hue: 20 + degree * 18, meaning: `priority.${degree}` },
])

export const LABELS: readonly SeedLabel[] = [
  ...organisational,
  ...types,
  ...promises,
  ...workflow,
  ...urgency,
]
