import { FIRST_LABELS, type FirstLabel, GROUP_HUE } from '#lib/domain/founding.ts'

export const GROUP_LABEL = 'group::custom models'

/** Handbook › Organisational Labels: "Issues owned by the Custom Models group should have these labels, as appropriate". */
const organisational: FirstLabel[] = [
  { title: GROUP_LABEL, hue: GROUP_HUE, meaning: 'group' },
  { title: 'devops::ai-powered', hue: 285, meaning: 'stage' },
  { title: 'section::data science', hue: 310, meaning: 'section' },
  { title: 'Category:Model personalization', hue: 205, meaning: 'category.model-personalization' },
  { title: 'Category:Self-Hosted models', hue: 190, meaning: 'category.self-hosted-models' },
]

/** The group's own labels, and those of every group: types, Deliverable and the states of the flow. */
export const LABELS: readonly FirstLabel[] = [...organisational, ...FIRST_LABELS]
