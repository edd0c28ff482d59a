import { z } from 'zod'
import { card } from './issues.ts'

/**
 * One message of `/api/live?group=…`: an event of the group, its number as the stream's id. `card` is the issue as
 * it is after the event; a reader patches boards with it and refreshes every other view of a touched topic.
 * An event that the reader may not see arrives as its bare number, so that numbers stay gapless; the one that hides
 * an issue from them names the issue, once, as `LIVE_LEFT`.
 */
export const liveMessage = z.strictObject({
  number: z.number(),
  type: z.string(),
  actor: z.string().nullable(),
  sentence: z.string(),
  issue: z.number().nullable(),
  card: card.nullable(),
})
export type LiveMessage = z.output<typeof liveMessage>

/** The type of an event that the reader may not see. */
export const LIVE_HIDDEN = 'hidden'
/** The type of the message with which an issue leaves the sight of the reader. */
export const LIVE_LEFT = 'issue.left'
/** The stream ended for good: `{ because }`, the reader was signed out or may no longer see the group. */
export const LIVE_GONE = 'gone'
export type GoneBecause = 'signed out' | 'no access'
/** The reader was away for too long to be told each event; it refreshes everything. */
export const LIVE_RESET = 'reset'
/** The database is away: nothing more is told until it is back, and what is asked for will be refused. */
export const LIVE_AWAY = 'away'
/** Which day it is in the group: `{ day }`, when a stream begins and within a minute of a new day. */
export const LIVE_DAY = 'day'
/** What waits in the reader's inbox: `{ count, quietUntil }`, when a stream begins and whenever it changes. */
export const LIVE_INBOX = 'inbox'
/** Who else looks at this group now: `{ people: handle[] }`. */
export const LIVE_PRESENT = 'present'
/** Who is in the room of a sync of this group, or which item they look at, is another by now. */
export const LIVE_ROOM = 'room'
/**
 * Said when a stream begins and every `BEAT_MS` milliseconds, so that a reader knows a silent group from a dead
 * connection: `{ build }`, the name of the build whose pages the server serves.
 */
export const LIVE_BEAT = 'beat'
export const BEAT_MS = 15_000
