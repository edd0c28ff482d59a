import type { Topic } from '#lib/contract/endpoint.ts'
import { LIVE_HIDDEN } from '#lib/contract/live.ts'
import { EVENT_NOUNS } from '#lib/domain/event-nouns.ts'

/** What an event touches, by the noun before its dot. */
const TOPICS: Record<string, { topics: readonly Topic[] }> = {
  ...EVENT_NOUNS,
  // sums hold what is hidden, too
  [LIVE_HIDDEN]: { topics: ['issues'] },
}

const nounOf = (type: string): string => type.split('.', 1)[0] ?? ''

export const topicsOf = (type: string): readonly Topic[] => TOPICS[nounOf(type)]?.topics ?? []

/** The nouns whose events touch something of what a view reads. */
export const nounsTouching = (reads: readonly Topic[]): string[] =>
  Object.entries(TOPICS).flatMap(([noun, { topics }]) =>
    topics.some((topic) => reads.includes(topic)) ? [noun] : [],
  )

/** What a change touches, by the noun of its endpoint: where it is not what the events of that noun touch. */
const TOUCHED: Record<string, readonly Topic[]> = {
  comments: ['issues'],
  cover: ['capacity', 'issues'],
  groups: ['groups', 'boards', 'milestones', 'people'],
  inbox: ['inbox'],
  labels: ['labels', 'boards', 'issues', 'views'],
  links: ['issues'],
  milestones: ['milestones', 'boards', 'groups'],
  people: ['people', 'groups', 'teams', 'settings'],
  sessions: ['sessions'],
  teams: ['teams', 'people'],
  'time-off': ['time_off'],
  tokens: ['tokens'],
}
const OF_ITS_OWN: Record<string, readonly Topic[]> = {
  'issues.watch': ['inbox'],
  // only its author sees a draft, and its page knows what it has saved
  'updates.save_draft': [],
  'updates.discard_draft': [],
  'people.save_settings': ['settings', 'inbox'],
}

/** So that the page that made a change is true before any stream tells of it. */
export const topicsTouchedBy = ({ id }: { id: string }): readonly Topic[] => {
  const nouns = nounOf(id)
  // an endpoint is named after the many, an event after the one
  return OF_ITS_OWN[id] ?? TOUCHED[nouns] ?? topicsOf(nouns.replace(/s$/, ''))
}
