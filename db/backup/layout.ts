import type { ClientBase } from 'pg'

/** A table as the database itself describes it. */
export type Table = {
  name: string
  /** Those that hold something of their own, in their order; what is computed from others is computed again. */
  columns: { name: string; type: string }[]
  /** The column whose numbers the database hands out, with the sequence that does so; null without one. */
  counts: { column: string; sequence: string } | null
  /** The tables that it points to. */
  needs: string[]
}

/**
 * Every table of the product, each after those that it points to. It is asked of the database and kept nowhere, so
 * that no table can be forgotten.
 */
export async function tablesOf(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name,
        (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
            order by a.attnum)
          from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            and a.attgenerated = '') as columns,
        (select json_build_object('column', a.attname,
            'sequence', pg_get_serial_sequence(quote_ident(c.relname), a.attname))
          from pg_attribute a where a.attrelid = c.oid and a.attidentity <> '' limit 1) as counts,
        array(select distinct f.confrelid::regclass::text from pg_constraint f
          where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      order by c.relname`,
  )
  return inOrder(rows)
}

function inOrder(tables: Table[]): Table[] {
  const ordered: Table[] = []
  const done = new Set<string>()
  while (ordered.length < tables.length) {
    const ready = tables.filter(({ name, needs }) => !done.has(name) && needs.every((one) => done.has(one)))
    if (ready.length === 0) throw new Error('Some tables point to each other in a circle.')
    for (const table of ready) done.add(table.name)
    ordered.push(...ready)
  }
  return ordered
}

/** A name in SQL, whatever it is. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Settings under which the text of a value means the same on every server. */
export const PLAIN_TEXT = `set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'iso_8601';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local lock_timeout = 0;
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`
