import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as apply } from 'drizzle-orm/node-postgres/migrator'
import type { Pool } from 'pg'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { openPool } from './connection.ts'
import { migrate } from './migrate.ts'
import { verifyChain } from './queries/chain.ts'
import { bareDatabase, emptyDatabase } from './testing/empty-database.ts'

/** The schema of version 0.1.0. */
const FIRST = 2

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saydo-upgrade-'))
  await cp(join(import.meta.dirname, 'migrations'), folder, { recursive: true })
  const path = join(folder, 'meta/_journal.json')
  const journal: { entries: unknown[] } = JSON.parse(await readFile(path, 'utf8'))
  await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, FIRST) }))
  return () => rm(folder, { recursive: true, force: true })
})

/** A group as version 0.1.0 left it behind: people, labels, issues one of which is confidential, an epic, comments. */
const ROWS = `
  insert into people (id, handle, name, email) values ('a', 'ada', 'Ada', 'ada@saydo.invalid'), ('b', 'bob', 'Bob', 'bob@saydo.invalid');
  insert into groups (id, slug, name, created_at) values (1, 'one', 'One', now());
  insert into group_counters (group_id, last_issue, last_epic) values (1, 2, 1);
  insert into group_roles (group_id, person_id, role, created_at) values (1, 'a', 'em', now()), (1, 'b', 'engineer', now());
  insert into functional_teams (group_id, id, slug, name, position, created_at) values (1, 1, 'team', 'Team', 1, now());
  insert into scope_areas (group_id, id, team_id, name, description, position, created_at)
    values (1, 1, 1, 'Connectivity', 'The gateway and its tunnels.', 1, now());
  insert into boundaries (group_id, id, area, owner, relationship, position, created_at)
    values (1, 1, 'Billing', 'Somebody else', 'They own invoices.', 1, now());
  insert into labels (group_id, id, title, created_at) values (1, 1, 'type::bug', now());
  insert into epics (group_id, number, title, description, created_at) values (1, 1, 'Lighthouse', 'A beacon.', now());
  insert into issues (group_id, number, title, description, epic_number, dri_id, rank, author_id, confidential, created_at, updated_at)
    values (1, 1, 'Turtles are slow', 'All the way down.', 1, 'b', 'a0', 'a', false, now(), now()),
      (1, 2, 'Hedgehogs leak', 'Quietly.', null, null, 'a1', 'a', true, now(), now());
  insert into issue_labels (group_id, issue_number, label_id, scope_key, added_at) values (1, 1, 1, 'type', now());
  insert into dri_assignments (group_id, issue_number, person_id, from_at, why) values (1, 1, 'b', now(), 'took');
  insert into comments (group_id, id, issue_number, author_id, body, created_at) values (1, 1, 1, 'b', 'A walrus said so.', now());
  select record_event(1, 'group.created', 'a', now(), null, '{"name": "One"}');
  select record_event(1, 'issue.created', 'a', now(), 1, '{"number": 1, "title": "Turtles are slow"}');
  select record_event(1, 'issue.commented', 'b', now(), 1, '{"comment": 1}');`

async function upgraded(): Promise<Pool> {
  const url = await bareDatabase()
  const pool = openPool(url, { max: 1, pipeline: false })
  onTestFinished(() => pool.end())
  await apply(drizzle(pool), { migrationsFolder: folder })
  await pool.query(`begin; ${ROWS} commit`)
  const said: string[] = []
  await migrate(url, (line) => said.push(line))
  expect(said).toEqual([expect.stringMatching(/^applying \d+ schema changes?$/)])
  return pool
}

test('what people wrote before an upgrade is there after it, and the record fits together', async () => {
  const pool = await upgraded()
  const { rows } = await pool.query(
    `select i.number, i.title, i.confidential, e.title as epic, l.title as label, c.body as comment
      from issues i
        left join epics e on e.group_id = i.group_id and e.number = i.epic_number
        left join issue_labels il on il.group_id = i.group_id and il.issue_number = i.number
        left join labels l on l.group_id = il.group_id and l.id = il.label_id
        left join comments c on c.group_id = i.group_id and c.issue_number = i.number
      order by i.number`,
  )
  expect(rows).toEqual([
    {
      number: 1,
      title: 'Turtles are slow',
      confidential: false,
      epic: 'Lighthouse',
      label: 'type::bug',
      comment: 'A walrus said so.',
    },
    { number: 2, title: 'Hedgehogs leak', confidential: true, epic: null, label: null, comment: null },
  ])
  expect(await verifyChain(pool, 1)).toEqual({ events: 3, broken: null })
})

test('the search finds what was written before it existed', async () => {
  const pool = await upgraded()
  const { rows } = await pool.query<{ found: string }>(
    `select kind || ' ' || key as found from search_documents
      where words @@ to_tsquery('english', 'turtle | hedgehog | lighthouse | walrus | tunnel | invoice') order by 1`,
  )
  expect(rows.map(({ found }) => found)).toEqual([
    'boundary 1',
    'comment 1',
    'epic 1',
    'issue 1',
    'issue 2',
    'scope 1',
  ])
})

test('after an upgrade a change keeps the search in step, and is refused without an event', async () => {
  const pool = await upgraded()
  await expect(pool.query(`update issues set title = 'unseen' where number = 1`)).rejects.toThrow(
    'without an event',
  )
  await pool.query(`begin; update issues set title = 'Tortoises' where number = 1;
    select record_event(1, 'issue.edited', 'a', now(), 1, '{}'); commit`)
  const { rows } = await pool.query(`select title from search_documents where kind = 'issue' and key = 1`)
  expect(rows).toEqual([{ title: 'Tortoises' }])
})

test('a schema that was upgraded is the schema of a fresh start', async () => {
  const [old, url] = [await upgraded(), await emptyDatabase()]
  const fresh = openPool(url, { max: 1 })
  onTestFinished(() => fresh.end())
  expect(await shapeOf(old)).toEqual(await shapeOf(fresh))
})

/** Columns, constraints, indexes, triggers and functions, each in one line. */
async function shapeOf(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `select c.table_name || '.' || c.column_name || ' ' || c.data_type || ' ' || c.is_nullable || ' ' || coalesce(c.column_default, '')
        as line from information_schema.columns c where c.table_schema = 'public'
      union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
        where connamespace = 'public'::regnamespace
      union all select indexdef from pg_indexes where schemaname = 'public'
      union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      union all select p.proname || ' ' || md5(p.prosrc) from pg_proc p join pg_language l on l.oid = p.prolang
        where p.pronamespace = 'public'::regnamespace and l.lanname in ('sql', 'plpgsql')
      order by 1`,
  )
  return rows.map(({ line }) => line)
}
