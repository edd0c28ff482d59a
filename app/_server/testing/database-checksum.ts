import { pool } from '#db/connection.ts'

/**
 * One number that differs whenever something was written since, be it a row put back to what it was. When a token
 * was last used, and how often a person tried to sign in, is written down though they are refused, so it does not count. A change that is rolled back takes its trace along.
 */
export async function everything(): Promise<string> {
  const { rows } = await pool().query<{ writes: string }>({
    name: 'everything',
    text: 'select count(*)::text as writes from testing.writes',
  })
  return rows[0]?.writes ?? ''
}

/** Run once, before the first count: each row of each table leaves a trace when it is written. */
export async function countEverything(): Promise<void> {
  await pool().query(`
    create schema testing;
    create table testing.writes ();
    create function testing.trace() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'UPDATE' or to_jsonb(new) - 'last_used_at' <> to_jsonb(old) - 'last_used_at' then
          insert into testing.writes default values;
        end if;
        return null;
      end $$;
    do $$
      declare
        one text;
      begin
        for one in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
            and c.relname <> 'rate_limits' loop
          execute format('create trigger trace after insert or update or delete on %I
            for each row execute function testing.trace()', one);
        end loop;
      end $$`)
}
