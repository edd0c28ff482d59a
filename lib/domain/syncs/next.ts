import { addDays, type PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import { syncDayFrom, type SyncTurn } from './turn.ts'

export const SYNC_STATES = ['running', 'ended', 'skipped'] as const
export type SyncState = (typeof SYNC_STATES)[number]

/**
 * The day of the next sync: today’s still counts until one was held or skipped on it.
 * @param last the day of the last one that ended or was skipped
 */
export function nextSyncDay(
  turn: Pick<SyncTurn, 'syncDay'>,
  today: PlainDate,
  last: PlainDate | null,
): PlainDate | null {
  return syncDayFrom(turn, last !== null && last >= today ? addDays(last, 1) : today)
}

type Starting = { running: { lead: string | null } | null }

/** Of two who start it at once, one does; the other joins. */
export const whyNotStart = ({ running }: Starting): Refusal | null =>
  running && { code: 'running', because: `${running.lead ?? 'Another person'} already started the sync.` }

type Skipping = Starting & { day: PlainDate | null }

/** A week without a sync is recorded, so that each week says what became of it. */
export const whyNotSkip = ({ running, day }: Skipping): Refusal | null =>
  running
    ? { code: 'running', because: 'The sync is running. End it instead.' }
    : day === null
      ? { code: 'not_planned', because: 'This group plans no weekly sync. Choose its day in the settings.' }
      : null

export const whyNotIn = ({ state }: { state: SyncState }): Refusal | null =>
  state === 'running' ? null : { code: 'over', because: 'This sync is over.' }

/** From one sign of a page to the next, and how long one counts: two may be lost on the way. */
export const PRESENCE_BEAT_MS = 15_000
export const PRESENCE_MS = 40_000

/** Whether a person is in the room now. */
export const isHere = (seenAt: Date, now: Date): boolean => now.getTime() - seenAt.getTime() <= PRESENCE_MS
