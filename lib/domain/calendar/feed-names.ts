/** Of whom a calendar feed tells: of its owner, or of all people of the group. */
export const FEEDS = ['me', 'group'] as const
export type FeedOf = (typeof FEEDS)[number]

/** What a feed may hold. */
export const FEED_PARTS = ['away', 'syncs', 'updates', 'milestones', 'activities', 'shifts'] as const
export type FeedPart = (typeof FEED_PARTS)[number]

export const FEED_PART_TITLES: Record<FeedPart, string> = {
  away: 'Time off',
  syncs: 'Weekly syncs',
  updates: 'Days on which status updates are due',
  milestones: 'First and last days of milestones',
  activities: 'Activities of the cadence',
  shifts: 'Triage shifts',
}

/** In the order of the list, each once. */
export const partsOf = (parts: readonly FeedPart[]): FeedPart[] =>
  FEED_PARTS.filter((part) => parts.includes(part))
