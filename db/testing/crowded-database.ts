import type { Pool } from 'pg'
import { openPool } from '../connection.ts'
import { emptyDatabase } from './empty-database.ts'
import { groundOf } from './plans.ts'

const GROUPS = 20
/** Of each table that grows with the issues, and of each of the others. */
const [MANY, FEW] = [4000, 400]

type Column = { name: string; type: string; nullable: boolean }

/**
 * A database to plan in: every table has so many rows, evenly of all groups, that the planner looks for an index where
 * there is one. The rows mean nothing and fit to nothing, so that the rules about them are dropped first.
 */
export async function crowdedDatabase(): Promise<Pool> {
  // Without a pipeline, in which nothing can be prepared that is not run.
  const pool = openPool(await emptyDatabase(), { max: 1, pipeline: false })
  const { growing } = await groundOf(pool)
  await pool.query(LOOSEN)
  const { rows } = await pool.query<{ table: string; single: boolean; columns: Column[] }>(COLUMNS)
  for (const { table, single, columns } of rows) {
    const count = single ? GROUPS : growing.has(table) ? MANY : FEW
    await pool.query(
      `insert into "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')}) overriding system value
        select ${columns.map((column) => valueOf(column, columns)).join(', ')} from generate_series(0, ${count - 1}) n`,
    )
  }
  // Vacuumed, so that no index keeps a list of what it has yet to take in: plans are the same each time.
  await pool.query('vacuum analyze')
  return pool
}

const LOOSEN = `do $$ declare c record; begin
    for c in select conrelid::regclass as t, conname from pg_constraint
      where contype in ('c', 'f', 'x') and connamespace = 'public'::regnamespace
    loop execute format('alter table %s drop constraint %I', c.t, c.conname); end loop;
    for c in select oid::regclass as t from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    loop execute format('alter table %s disable trigger user', c.t); end loop;
  end $$`

/** `single`: a group has one row. */
const COLUMNS = `select c.relname::text as table, coalesce((select i.indkey::text = (select attnum::text from pg_attribute
        where attrelid = c.oid and attname = 'group_id') from pg_index i where i.indrelid = c.oid and i.indisprimary), false) as single,
      json_agg(json_build_object('name', a.attname,
      'type', format_type(a.atttypid, null), 'nullable', not a.attnotnull)) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by c.oid, c.relname`

/** Different in each row of a group, and now and then unknown. */
function valueOf({ name, type, nullable }: Column, beside: readonly Column[]): string {
  if (name === 'group_id') return `n % ${GROUPS} + 1`
  const ofGroup = beside.some((column) => column.name === 'group_id')
  const whole = ofGroup ? `(n / ${GROUPS} + 1)` : '(n + 1)'
  const value = ALIKE[name] ?? (WHOLE.has(type) ? whole : VALUES[type])
  if (value === undefined) throw new Error(`Say in VALUES what a ${type} may be: ${name} is one.`)
  return nullable ? `case when n % 4 > 0 then ${value} end` : value
}

/** Mostly issues, and now and then an epic. */
const EITHER_KIND = `case when n % 8 = 0 then 'epic' else 'issue' end`

/** Columns that tell rows apart by a word or two. */
const ALIKE: Record<string, string> = {
  kind: `'issue'`,
  subject_kind: EITHER_KIND,
  from_subject_kind: EITHER_KIND,
  to_subject_kind: EITHER_KIND,
  subject_key: `(n / ${GROUPS} + 1)::text`,
  state: `case when n % 3 = 0 then 'open' else 'closed' end`,
}
const WHOLE: ReadonlySet<string> = new Set(['integer', 'bigint'])
const VALUES: Record<string, string> = {
  smallint: '1',
  'double precision': 'n',
  real: 'n',
  numeric: '0',
  text: `'x' || n`,
  boolean: 'n % 50 = 0',
  date: `date '2026-01-01' + n`,
  'timestamp with time zone': `timestamptz '2026-01-01' + n * interval '1 minute'`,
  jsonb: `jsonb_build_object('from', jsonb_build_object('id', n::text), 'to', jsonb_build_object('id', n::text))`,
  bytea: 'int4send(n)',
  tsvector: `to_tsvector('x' || n)`,
  xid8: 'n::text::xid8',
  'time without time zone': `time '08:00'`,
  'text[]': `'{}'`,
  'integer[]': `'{2,2,2,2,2,0,0}'::integer[]`,
}
