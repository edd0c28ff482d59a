import type { Pool } from 'pg'
import { forgetOldTries } from './rate-limits.ts'
import { forgetExpired } from './sessions.ts'

const DAY = 86_400_000
/** Longer than any client keeps trying. */
const ATTEMPTS_KEPT_DAYS = 7

/** Takes out what has run out: sessions, links, counts of sign-in tries, remembered attempts. Safe to run twice at once. */
export async function sweep(client: Pool, now: Date): Promise<void> {
  await forgetExpired(client, now)
  await forgetOldTries(client, new Date(now.getTime() - DAY))
  await client.query('delete from idempotency_keys where created_at < $1', [
    new Date(now.getTime() - ATTEMPTS_KEPT_DAYS * DAY),
  ])
}
