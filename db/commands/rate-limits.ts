import type { Pool, PoolClient } from 'pg'

/** At most `max` tries in `window` seconds, counted from the first of them. */
export type Rate = { window: number; max: number }

/**
 * Counts a try in one statement, so that of many at the same moment none slips through. `retryAfter` is the number of
 * seconds until the next try is let in, null when this one was.
 */
export async function countTry(
  client: Pool | PoolClient,
  key: string,
  { window, max }: Rate,
  now: Date,
): Promise<{ allowed: boolean; retryAfter: number | null }> {
  const { rows } = await client.query<{ count: number; startedAt: Date }>({
    name: 'count-try',
    text: `insert into rate_limits as r (key, count, started_at) values ($1, 1, $2)
      on conflict (key) do update set
        count = case when r.started_at > $3 then least(r.count, $4) + 1 else 1 end,
        started_at = case when r.started_at > $3 then r.started_at else excluded.started_at end
      returning count, started_at as "startedAt"`,
    values: [key, now, new Date(now.getTime() - window * 1000), max],
  })
  const [row] = rows
  if (!row || row.count <= max) return { allowed: true, retryAfter: null }
  const wait = row.startedAt.getTime() + window * 1000 - now.getTime()
  return { allowed: false, retryAfter: Math.max(1, Math.ceil(wait / 1000)) }
}

/** Begins anew after a success. */
export async function forgetTries(client: Pool | PoolClient, key: string): Promise<void> {
  await client.query('delete from rate_limits where key = $1', [key])
}

/** Sweeps out counts that began before `since`; no window is longer than a day. */
export async function forgetOldTries(client: Pool | PoolClient, since: Date): Promise<void> {
  await client.query('delete from rate_limits where started_at < $1', [since])
}
