import { beforeAll, expect, test } from 'vitest'
import { pool } from '../../connection.ts'
import type { Ctx } from '../../context.ts'
import { verifyChain } from '../../queries/chain.ts'
import { readSandbox } from '../../queries/sandbox-view.ts'
import { listTimeOff } from '../../queries/time-off.ts'
import { personCtx, useOwnDatabase } from '../../testing/group.ts'
import { createMilestone } from '../milestones.ts'
import { applySandbox } from './apply.ts'
import { addTimeOff, removeTimeOff } from '../time-off.ts'
import { addSandboxChange } from './changes.ts'
import { dropSandbox, openSandbox } from './open.ts'

const group = 'custom-models'
const IN = { group, milestone: '30.1' }
const ROUNDS = Math.min(Number(process.env.RACE_ROUNDS ?? 10), 10)
let em: Ctx

beforeAll(async () => {
  await useOwnDatabase()
  em = await personCtx('mohamed')
  await createMilestone(em, { group, title: '30.1', startOn: '2030-01-05', dueOn: '2030-02-01' })
})

test(`of four who apply one at once and one who drops it exactly one does, ${ROUNDS} times`, async () => {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const { sandbox } = await openSandbox(em, { ...IN, title: 'A race' })
    const at = { ...IN, sandbox }
    await addSandboxChange(em, {
      ...at,
      change: { what: 'override', person: 'julie', team: null, weekOn: null, term: 'timeOff', value: round },
    })
    const { event: seen } = await readSandbox(em, at)
    const all = await Promise.allSettled([
      ...Array.from({ length: 4 }, () => applySandbox(em, { ...at, seen })),
      dropSandbox(em, at),
    ])
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of all)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' })
    const { rows } = await pool().query<{ value: number }>('select value::int from capacity_overrides')
    const isApplied = all.at(-1)?.status === 'rejected'
    expect(rows.map(({ value }) => value).includes(round)).toBe(isApplied)
  }
  expect(await verifyChain(pool(), 1)).toMatchObject({ broken: null })
})

test(`time off that is removed while a what-if takes a day out of it is gone or split, never both, ${ROUNDS} times`, async () => {
  const cindy = await personCtx('cindy')
  const days = { group, from: '2030-01-07', to: '2030-01-11', kind: 'vacation' as const }
  const left = async () =>
    (
      await pool().query<{ from: string; to: string }>(
        'select from_on as "from", to_on as "to" from time_off where removed_at is null order by 1',
      )
    ).rows
  for (let round = 1; round <= ROUNDS; round += 1) {
    const { entry } = await addTimeOff(cindy, days)
    const { sandbox } = await openSandbox(em, { ...IN, title: 'A day of work' })
    const at = { ...IN, sandbox }
    const change = { what: 'timeOffCut' as const, person: 'cindy', from: '2030-01-09', to: '2030-01-09' }
    await addSandboxChange(em, { ...at, change })
    const { event: seen } = await readSandbox(em, at)
    const apply = () => applySandbox(em, { ...at, seen })
    const remove = () => removeTimeOff(cindy, { group, entry: entry.id })
    const [first, second, removed] = await Promise.allSettled(
      round % 2 ? [apply(), apply(), remove()] : [remove(), apply(), apply()].toReversed(),
    )
    const applied = [first, second].filter((one) => one?.status === 'fulfilled')
    expect(removed?.status).toBe('fulfilled')
    expect(applied.length).toBeLessThanOrEqual(1)
    for (const one of [first, second])
      if (one?.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' })
    expect(await left()).toEqual(applied.length === 1 ? [{ from: '2030-01-10', to: '2030-01-11' }] : [])
    for (const { id } of (await listTimeOff(cindy, { group, from: days.from, person: 'cindy' })).items)
      await removeTimeOff(cindy, { group, entry: id })
  }
  expect(await verifyChain(pool(), 1)).toMatchObject({ broken: null })
})
