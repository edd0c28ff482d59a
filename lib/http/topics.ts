import type { Topic } from '#lib/contract/endpoint.ts'
import { LIVE_HIDDEN } from '#lib/contract/live.ts'

/** What an event touches, by the noun before its dot. */
const TOPICS: Record<string, readonly Topic[]> = {
  // sums hold what is hidden, too
  [LIVE_HIDDEN]: ['issues'],
  issue: ['issues'],
  weighing: ['weighings'],
  epic: ['epics'],
  milestone: ['milestones'],
  // a view asks for a label by its title, and goes with its board
  label: ['labels', 'views'],
  template: ['templates'],
  board: ['boards', 'views'],
  view: ['views'],
  group: ['groups', 'boards', 'milestones'],
  person: ['people'],
  role: ['people', 'groups'],
  invitation: ['invitations', 'people'],
  team: ['teams'],
  membership: ['teams', 'people'],
  scope_area: ['teams'],
  boundary: ['teams'],
  sample: ['issues', 'epics', 'milestones', 'boards', 'groups', 'people', 'teams', 'labels'],
}

export const topicsOf = (type: string): readonly Topic[] => TOPICS[type.split('.', 1)[0] ?? ''] ?? []

/** The nouns whose events touch something of what a view reads. */
export const nounsTouching = (reads: readonly Topic[]): string[] =>
  Object.entries(TOPICS).flatMap(([noun, topics]) =>
    topics.some((topic) => reads.includes(topic)) ? [noun] : [],
  )

/** What a change touches, by the noun of its endpoint. */
const TOUCHED: Record<string, readonly Topic[]> = {
  boards: ['boards', 'views'],
  comments: ['issues'],
  epics: ['epics'],
  events: [],
  groups: ['groups', 'boards', 'milestones', 'people'],
  inbox: ['inbox'],
  invitations: ['invitations', 'people'],
  issues: ['issues'],
  labels: ['labels', 'boards', 'issues', 'views'],
  links: ['issues'],
  milestones: ['milestones', 'boards', 'groups'],
  people: ['people', 'groups', 'teams', 'settings'],
  sessions: ['sessions'],
  teams: ['teams', 'people'],
  templates: ['templates'],
  tokens: ['tokens'],
  views: ['views'],
  weighings: ['weighings'],
}
const OF_ITS_OWN: Record<string, readonly Topic[]> = {
  'issues.watch': ['inbox'],
  'people.save_settings': ['settings', 'inbox'],
}

/** So that the page that made a change is true before any stream tells of it. */
export const topicsTouchedBy = ({ id }: { id: string }): readonly Topic[] =>
  OF_ITS_OWN[id] ?? TOUCHED[id.split('.', 1)[0] ?? ''] ?? []
