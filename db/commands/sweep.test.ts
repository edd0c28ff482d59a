import { beforeAll, expect, test } from 'vitest'
import { pool } from '../connection.ts'
import { personCtx, useOwnDatabase } from '../testing/group.ts'
import { NOON } from '../testing/world.ts'
import { openSession } from './sessions.ts'
import { sweep } from './sweep.ts'

const days = (count: number) => new Date(NOON.getTime() + count * 86_400_000)

beforeAll(useOwnDatabase)

test('what has run out is taken out, and what has not is left', async () => {
  const julie = await personCtx('julie')
  const personId = julie.actor.id ?? ''
  await openSession(pool(), { personId, userAgent: null }, days(-40))
  await openSession(pool(), { personId, userAgent: null }, NOON)
  for (const [key, at] of [
    ['old', days(-8)],
    ['fresh', days(-6)],
  ] as const) {
    await pool().query(
      `insert into idempotency_keys (group_id, person_id, key, endpoint, body_hash, answer, created_at)
        values (1, $1, $2, 'issues.create', 'x', '{}', $3)`,
      [personId, key, at],
    )
  }
  await sweep(pool(), NOON)
  const left = await pool().query('select key from idempotency_keys')
  expect(left.rows).toEqual([{ key: 'fresh' }])
  const { rows } = await pool().query('select count(*)::int as open from sessions')
  expect(rows).toEqual([{ open: 1 }])
})
