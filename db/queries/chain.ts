import type { Pool, PoolClient } from 'pg'

/** `broken` is the number of the first event whose place or hash does not follow from the one before; null when all do. */
export type Chain = { events: number; broken: number | null }

/** Computes every hash of a group's ledger anew, in the database. */
export async function verifyChain(client: Pool | PoolClient, groupId: number): Promise<Chain> {
  const { rows } = await client.query<Chain>(
    `with links as (
        select number, hash, row_number() over w as place,
          event_hash(coalesce(lag(hash) over w, ''::bytea), group_id, number, type, actor_id, at, issue_number, data) as due
        from events where group_id = $1 window w as (order by number)
      )
      select count(*) as events, min(number) filter (where number <> place or hash <> due) as broken from links`,
    [groupId],
  )
  return rows[0] ?? { events: 0, broken: null }
}
