import type { Db } from '../context.ts'

export type Chain = {
  /** How many events the group has. */
  events: number
  /** The first event that does not fit: altered, out of number, or missing; null when all of them do. */
  broken: number | null
}

/**
 * Computes the hash of every event of a group anew, each from the one before, and compares the end with what the
 * group's counters say. Reads the whole ledger of the group: about a second for 80,000 events.
 */
export async function verifyChain(db: Db, groupId: number): Promise<Chain> {
  const { rows } = await db.query<Chain>(
    `with chain as (
        select number, hash, row_number() over in_order as place,
          event_hash(lag(hash, 1, ''::bytea) over in_order,
            group_id, number, type, version, actor_id, at, happened_at, subject_kind, subject_key, data) as expected
        from events where group_id = $1 window in_order as (order by number)
      ), checked as (
        select count(*)::int as events, min(number) filter (where number <> place or hash <> expected) as broken,
          coalesce((select hash from chain order by number desc limit 1), ''::bytea) as last_hash
        from chain
      )
      select events, coalesce(broken, case
          when c.last_event <> events or c.last_hash <> checked.last_hash then events + 1 end)::int as broken
      from checked left join group_counters c on c.group_id = $1`,
    [groupId],
  )
  return rows[0] ?? { events: 0, broken: null }
}
