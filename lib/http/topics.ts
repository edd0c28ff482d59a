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
