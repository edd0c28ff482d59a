import { beforeAll, expect, test } from 'vitest'
import { pool } from '../connection.ts'
import type { Ctx } from '../context.ts'
import { verifyChain } from '../queries/chain.ts'
import { personCtx, useOwnDatabase } from '../testing/group.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import { insertEntry } from './time-off-rows.ts'
import { addTimeOff } from './time-off.ts'

const group = 'custom-models'
const ROUNDS = Math.min(Number(process.env.RACE_ROUNDS ?? 20), 20)
let julie: Ctx
let em: Ctx

beforeAll(async () => {
  await useOwnDatabase()
  ;[julie, em] = await Promise.all([personCtx('julie'), personCtx('mohamed')])
})

const entries = async (from: string) =>
  (await pool().query(`select from time_off where removed_at is null and from_on >= $1`, [from])).rowCount

test(`of eight who enter the same days there is one entry in the end, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = addDays('2027-01-04', round * 7)
    const days = { group, person: 'julie', from, to: addDays(from, 3), kind: 'vacation' as const }
    await Promise.all(Array.from({ length: 8 }, (_, at) => addTimeOff(at % 2 ? julie : em, days)))
    expect(await entries(from)).toBe(1)
  }
  expect(await verifyChain(pool(), 1)).toMatchObject({ broken: null })
})

test('of two kinds at once one is entered, and the other is told when the person is away', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = addDays('2030-01-07', round * 7)
    const kinds = ['vacation', 'sick', 'other', 'public'] as const
    const all = await Promise.allSettled(
      kinds.map((kind, at) =>
        addTimeOff(at % 2 ? julie : em, { group, person: 'julie', from, to: addDays(from, at), kind }),
      ),
    )
    const lost = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(lost).toHaveLength(3)
    for (const reason of lost)
      expect(reason).toMatchObject({ code: 'refused', facts: { rule: 'time_off_overlaps' } })
    expect(await entries(from)).toBe(1)
  }
})

test('what the database alone notices is refused in words, never a failure of ours', async () => {
  const days = { fromOn: '2035-01-01', toOn: '2035-01-02', fromNoon: false, untilNoon: false }
  const person = { id: julie.actor.id ?? '', name: julie.actor.name }
  const client = await pool().connect()
  try {
    await client.query('begin')
    await insertEntry({ ...julie, db: client }, person, days)
    await expect(
      insertEntry({ ...julie, db: client }, person, { ...days, fromNoon: true }),
    ).rejects.toMatchObject({
      code: 'refused',
      detail: 'Julie Huang is already away 1 – 2 Jan. Change that entry.',
    })
  } finally {
    await client.query('rollback')
    client.release()
  }
})
