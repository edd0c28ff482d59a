import type { Db } from '../context.ts'

/**
 * What an undo does not put back: the ledger itself and what counts it, who was told what and when, and the record of
 * who drove what from when to when, which grows and is never rewritten.
 */
const LEFT_OUT = [
  'events',
  'group_counters',
  'idempotency_keys',
  'inbox_items',
  'dri_assignments',
  'rate_limits',
]
/** Go on, whatever is taken back. */
const MOVING = /^(created_at|updated_at|edited_at|version|goals_version)$/

/** Of other instants it counts whether there is one. */
const still = ([column, value]: [string, unknown]) => [
  column,
  column.endsWith('_at') && value !== null ? 'set' : value,
]

/** All rows of all tables as they are, without what goes on by itself; two of them are equal when nothing changed. */
export async function rowsOf(db: Db): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await db.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const found: Record<string, unknown[]> = {}
  for (const { name } of tables.filter((table) => !LEFT_OUT.includes(table.name))) {
    const { rows } = await db.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${name} t`,
    )
    found[name] = rows
      .map(({ row }) =>
        JSON.stringify(
          Object.entries(row)
            .filter(([column]) => !MOVING.test(column))
            .map(still),
        ),
      )
      .toSorted()
  }
  return found
}
