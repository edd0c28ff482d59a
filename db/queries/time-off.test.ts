import { expect, test } from 'vitest'
import { addTimeOff, editTimeOff, removeTimeOff } from '../commands/time-off.ts'
import type { Ctx } from '../context.ts'
import { refusalOf } from '../testing/refused.ts'
import { inWorld } from '../testing/world.ts'
import { listTimeOff } from './time-off.ts'

const group = 'custom-models'
const SICK = { group, from: '2026-01-12', to: '2026-01-16', kind: 'sick' as const, note: 'A private reason' }
const listed = async (ctx: Ctx, more: Omit<Parameters<typeof listTimeOff>[1], 'group'> = {}) =>
  (await listTimeOff(ctx, { group, ...more })).items

test('why a person is away is read by them and by the EM, and by no one else', () =>
  inWorld(async (_, { as }) => {
    const julie = await as('julie')
    await addTimeOff(julie, SICK)
    expect(await listed(julie)).toMatchObject([{ kind: 'sick', note: 'A private reason', mine: true }])
    for (const handle of ['cindy', 'jordan', 'patrick']) {
      const [entry] = await listed(await as(handle))
      expect(entry, handle).toMatchObject({ person: 'julie', kind: null, note: null, mine: false })
    }
  }))

test('an entry can be changed by its person and by the EM, which each reader is told', () =>
  inWorld(async (ctx, { as }) => {
    await addTimeOff(await as('julie'), SICK)
    const editable = async (reader: Ctx) => (await listed(reader)).map((one) => one.editable)
    expect([
      await editable(await as('julie')),
      await editable(ctx),
      await editable(await as('cindy')),
    ]).toEqual([[true], [true], [false]])
  }))

test('what is asked for from a day on includes what began before and lasts into it', () =>
  inWorld(async (_, { as }) => {
    const julie = await as('julie')
    await addTimeOff(julie, SICK)
    const from = async (day: string, to?: string) =>
      (await listed(julie, { from: day, ...(to === undefined ? {} : { to }) })).length
    expect([await from('2026-01-16'), await from('2026-01-17')]).toEqual([1, 0])
    expect([await from('2026-01-01', '2026-01-11'), await from('2026-01-01', '2026-01-12')]).toEqual([0, 1])
    expect((await listed(julie)).length, 'from today on unless it is said').toBe(1)
  }))

test('the time off of one person is asked for by name, and of a stranger it is not found', () =>
  inWorld(async (ctx, { as }) => {
    await addTimeOff(await as('julie'), SICK)
    await addTimeOff(await as('cindy'), { ...SICK, kind: 'vacation' })
    expect(await listed(ctx)).toHaveLength(2)
    expect(await listed(ctx, { person: 'cindy' })).toMatchObject([{ person: 'cindy' }])
    expect(await listed(ctx, { person: 'newick' })).toEqual([])
    expect(await refusalOf(ctx, () => listed(ctx, { person: 'stranger' }))).toMatch(/^not_found: /)
  }))

test('entries stand by their first day, as they are after the last change, without those removed', () =>
  inWorld(async (_, { as }) => {
    const julie = await as('julie')
    const { entry: late } = await addTimeOff(julie, { ...SICK, from: '2026-02-02', to: '2026-02-03' })
    const { entry } = await addTimeOff(julie, SICK)
    await editTimeOff(julie, { group, entry: entry.id, kind: 'vacation', note: '' })
    expect((await listed(julie)).map(({ from, kind, note }) => [from, kind, note])).toEqual([
      ['2026-01-12', 'vacation', ''],
      ['2026-02-02', 'sick', 'A private reason'],
    ])
    await removeTimeOff(julie, { group, entry: late.id })
    expect(await listed(julie)).toHaveLength(1)
  }))
