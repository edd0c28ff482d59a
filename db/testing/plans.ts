import type { Db } from '../context.ts'
import type { Sent } from './recorder.ts'

/** Tables that grow with the issues of a group and with what is done to them; indexes that hold a part of a table alone. */
export type Ground = { growing: ReadonlySet<string>; partial: ReadonlySet<string> }

export async function groundOf(db: Db): Promise<Ground> {
  const { rows: tables } = await db.query<{ name: string }>(
    `with recursive growing as (
        select 'issues'::regclass::oid as id
        union select c.conrelid from pg_constraint c join growing g on g.id = c.confrelid where c.contype = 'f'
      ) select relname::text as name from pg_class where oid in (select id from growing)`,
  )
  const { rows: indexes } = await db.query<{ name: string }>(
    'select indexrelid::regclass::text as name from pg_index where indpred is not null',
  )
  // Those say of which issue they are without a foreign key.
  const loose = ['events', 'search_documents', 'idempotency_keys']
  return {
    growing: new Set([...tables.map(({ name }) => name), ...loose]),
    partial: new Set(indexes.map(({ name }) => name)),
  }
}

/**
 * Joins go row by row, and tables are read from end to end only where there is no other way: on the few rows of a test the
 * planner would find that cheaper, whatever indexes there are.
 */
export const ROW_BY_ROW = 'set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off'

/**
 * Statements that read a growing table along no index, or along one by the group alone, each as `file: table`. A read in
 * the wanted order that ends when there are enough is not wide, nor one along an index of a part.
 */
export async function wideReads(db: Db, sent: readonly Sent[], ground: Ground): Promise<string[]> {
  const found = new Set<string>()
  const each = new Map(sent.map((one) => [`${one.text} ${one.values.map((value) => value === null)}`, one]))
  for (const one of each.values()) {
    const file = one.from.slice(0, one.from.lastIndexOf(':'))
    const root = /^\s*\(?(select|with|insert|update|delete)\b/i.test(one.text)
      ? await planOf(db, one)
      : undefined
    for (const table of root ? wideIn(root, ground.partial) : [])
      if (ground.growing.has(table)) found.add(`${file}: ${table}`)
  }
  return [...found].toSorted()
}

/** As the database plans it: once for all values where it is prepared, else for those that were given. */
async function planOf(db: Db, { text, values, named }: Sent): Promise<Node | undefined> {
  const how = named ? 'generic_plan, costs off, format json' : 'costs off, format json'
  const { rows } = await db.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `explain (${how}) ${text}`,
    named ? [] : values,
  )
  return rows[0]?.['QUERY PLAN'][0].Plan
}

type Node = {
  'Node Type': string
  'Parent Relationship'?: string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  Plans?: Node[]
}

/** What hands rows on as they come. */
const PASSING = new Set(['Limit', 'Nested Loop', 'Result', 'Subquery Scan', 'Memoize', 'Append', 'LockRows'])

function* wideIn(
  node: Node,
  partial: ReadonlySet<string>,
  above = { table: '', enough: false },
): Generator<string> {
  const { 'Node Type': kind, 'Relation Name': table = above.table, 'Index Name': index } = node
  const enough = kind === 'Limit' || (above.enough && PASSING.has(kind))
  if (kind === 'Seq Scan') yield table
  if (index !== undefined && !partial.has(index) && !namesMore(node['Index Cond'] ?? '') && !above.enough)
    yield table
  for (const child of node.Plans ?? []) {
    // A bitmap names no table: the one that is read by it stands above. What is looked up for each row is not cut short.
    const streams = child['Parent Relationship'] === 'Outer' || child['Parent Relationship'] === 'Subquery'
    const bitmap = child['Node Type'].startsWith('Bitmap')
    yield* wideIn(child, partial, { table: bitmap ? table : '', enough: enough && streams })
  }
}

/** Whether an index is asked for anything beside the group. */
const namesMore = (condition: string): boolean =>
  condition
    .replace(/^\((.*)\)$/s, '$1')
    .split(/\) AND \(/)
    .some((part) => part !== '' && !/^\(?group_id = /.test(part))
