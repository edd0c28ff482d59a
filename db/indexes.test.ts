import { expect, test } from 'vitest'
import { inWorld } from './testing/world.ts'

/**
 * Foreign keys that take rows along, and have no index whose first columns are theirs. One that leaves out the rows
 * without the last of these columns will do: they belong to nothing.
 */
const BARE = `select c.conrelid::regclass::text || ' → ' || c.confrelid::regclass::text as key
  from pg_constraint c
  where c.contype = 'f' and c.confdeltype = 'c' and c.connamespace = 'public'::regnamespace and not exists (
    select from pg_index i where i.indrelid = c.conrelid
      and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', (select a.attname
        from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[cardinality(c.conkey)])))
      and (select array_agg(n order by n) from unnest((i.indkey::int2[])[0:cardinality(c.conkey) - 1]) n)
        = (select array_agg(n order by n) from unnest(c.conkey) n))`

test('whatever goes with what it belongs to is found by an index: a removal reads no table from end to end', () =>
  inWorld(async ({ db }) => {
    const { rows } = await db.query<{ key: string }>(BARE)
    expect(rows.map(({ key }) => key)).toEqual([])
  }))
