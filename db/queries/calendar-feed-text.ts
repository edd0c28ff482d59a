import type { Pool } from 'pg'
import { feedEvents } from '#lib/domain/calendar/feed-events.ts'
import { feedText } from '#lib/domain/calendar/feed.ts'
import { type OpenFeed, feedEntries } from './calendar-feeds.ts'
import { feedFacts } from './calendar-feed-facts.ts'

/** The calendar of a feed as it is sent: what its owner chose, as of an instant. */
export async function textOfFeed(db: Pool, feed: OpenFeed, now: Date): Promise<string> {
  const [entries, facts] = await Promise.all([feedEntries(db, feed, now), feedFacts(db, feed, now)])
  return feedText(feed, entries, feedEvents(feed, facts))
}
