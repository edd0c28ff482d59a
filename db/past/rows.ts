import type { Db } from '../context.ts'
import { SHADOW_TABLES, type ShadowTable } from './shadows.ts'

export type PastRow = Record<string, unknown>

/** Of what the ledger tells a part alone: by which column a row is known again. The rest of it is as it is today. */
const KNOWN: Partial<Record<ShadowTable, string>> = {
  groups: 'id',
  labels: 'id',
  milestones: 'id',
  boards: 'id',
  epics: 'number',
  functional_teams: 'id',
  time_off: 'id',
}

/** How many rows were written on a connection since its tables were emptied: what is rolled back still takes room. */
const written = new WeakMap<Db, number>()
export const count = (db: Db, rows: number) => written.set(db, (written.get(db) ?? 0) + rows)
const MOST = 5000

/** Empties the tables of a connection, in no transaction, where rolled back rows would slow down the next look. */
export async function makeRoom(db: Db): Promise<void> {
  if ((written.get(db) ?? 0) < MOST) return
  await db.query(`truncate ${SHADOW_TABLES}`)
  written.set(db, 0)
}

/** Writes rows of then for the rest of the transaction. */
export async function writePast(
  db: Db,
  group: number,
  table: ShadowTable,
  rows: readonly PastRow[],
): Promise<void> {
  if (rows.length === 0) return
  count(db, rows.length)
  const given = JSON.stringify(rows.map((row) => ({ ...row, group_id: group })))
  const key = KNOWN[table]
  await (key === undefined
    ? db.query(`insert into past_${table} select * from json_populate_recordset(null::past_${table}, $1)`, [
        given,
      ])
    : db.query(
        `insert into past_${table} select r.* from jsonb_array_elements($1) s(row)
          left join public.${table} t on ${table === 'groups' ? '' : 't.group_id = $2 and'} t.${key} = (s.row->>'${key}')::int,
          jsonb_populate_record(null::past_${table}, coalesce(to_jsonb(t), '{}') || s.row) r where $2::int is not null`,
        [given, group],
      ))
}
