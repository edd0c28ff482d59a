import { pool } from '#db/connection.ts'

/**
 * One number for all that the database holds. When somebody's token was last used, and how often somebody tried to sign
 * in, is written down though they are refused, so it does not count.
 */
export async function everything(): Promise<string> {
  const { rows } = await pool().query<{ told: string }>({
    name: 'everything',
    text: 'select everything() as told',
  })
  return rows[0]?.told ?? ''
}

/** Run once, before the first count. */
export async function countEverything(): Promise<void> {
  await pool().query(`create function everything() returns numeric language plpgsql as $$
    declare
      one text;
      part numeric;
      whole numeric := 0;
    begin
      for one in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and c.relname <> 'rate_limits' loop
        execute format('select coalesce(sum(hashtextextended(%L || (to_jsonb(t) - ''last_used_at'')::text, 0)), 0) from %I t', one, one)
          into part;
        whole := whole + part;
      end loop;
      return whole;
    end $$`)
}
