import { beforeAll, expect, test } from 'vitest'
import { closePool, pool } from '../connection.ts'
import { useOwnDatabase } from '../testing/group.ts'
import { verifyChain } from './chain.ts'

beforeAll(useOwnDatabase)

/** Whoever owns the tables can lift the guard; the chain is what tells on them. */
async function tamperWith(sql: string): Promise<void> {
  await pool().query('alter table events disable trigger user')
  await pool().query(sql)
  await pool().query('alter table events enable trigger user')
}

test('the ledger of the handbook’s group holds together', async () => {
  const { events, broken } = await verifyChain(pool(), 1)
  expect(events).toBeGreaterThan(60)
  expect(broken).toBeNull()
})

test('a group without a ledger has nothing that is broken', async () => {
  expect(await verifyChain(pool(), 404)).toEqual({ events: 0, broken: null })
})

const COLUMNS =
  'group_id, number, type, version, actor_id, at, happened_at, subject_kind, subject_key, data, hash, xact'

test('a ledger that lost its end is one event short', async () => {
  const { events } = await verifyChain(pool(), 1)
  await tamperWith(`create table kept as select ${COLUMNS} from events order by number desc limit 1`)
  await tamperWith('delete from events where number = (select number from kept)')
  expect(await verifyChain(pool(), 1)).toEqual({ events: events - 1, broken: events })
  await tamperWith(`insert into events (${COLUMNS}) select * from kept`)
  expect(await verifyChain(pool(), 1)).toEqual({ events, broken: null })
})

test('an event that was altered is named', async () => {
  await tamperWith(`update events set data = '{"name": "Somebody else’s"}' where number = 7`)
  expect((await verifyChain(pool(), 1)).broken).toBe(7)
  await closePool()
})
