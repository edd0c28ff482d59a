import { expect, test } from 'vitest'
import { addPerson } from '../commands/people.ts'
import { giveRole } from '../commands/roles.ts'
import type { Ctx } from '../context.ts'
import { refusalOf } from '../testing/refused.ts'
import { inWorld } from '../testing/world.ts'
import { findCandidates, listPeople, roleHolder } from './people.ts'

const group = 'custom-models'
/** People of the installation who are in no group. */
const outsiders = (ctx: Ctx, ...names: string[]) =>
  ctx.db.query(
    `insert into people (id, handle, name, email, email_verified, created_at, updated_at)
      select 'outside-' || at, 'outside-' || at, name, 'outside-' || at || '@saydo.example', false, $2, $2
        from unnest($1::text[]) with ordinality list(name, at)`,
    [names, ctx.now],
  )
const found = async (ctx: Ctx, q?: string) => (await findCandidates(ctx, { q })).items.map(({ name }) => name)

test('a person who may join is found by any part of the name, without accents and in any case', () =>
  inWorld(async (ctx) => {
    await outsiders(ctx, 'Zoë Müller', 'Zoltan Ruiz')
    expect(await found(ctx, 'zoe')).toEqual(['Zoë Müller'])
    expect(await found(ctx, 'MULLER')).toEqual(['Zoë Müller'])
    expect(await found(ctx, ' zo ')).toEqual(['Zoë Müller', 'Zoltan Ruiz'])
    expect(await found(ctx, '%')).toEqual([])
  }))

test('members are no candidates, and a person who joined is none any more', () =>
  inWorld(async (ctx) => {
    await outsiders(ctx, 'Zoë Müller')
    expect(await found(ctx, 'Julie')).toEqual([])
    await addPerson(ctx, { group, person: 'outside-1', role: 'engineer' })
    expect(await found(ctx, 'Zoë')).toEqual([])
  }))

test('no more than twenty are told at once, and none to those who add no members', () =>
  inWorld(async (ctx, { as }) => {
    await outsiders(ctx, ...Array.from({ length: 25 }, (_, at) => `Zara ${String(at).padStart(2, '0')}`))
    expect(await found(ctx, 'zara')).toHaveLength(20)
    expect((await found(ctx, 'zara'))[0]).toBe('Zara 00')
    expect(await refusalOf(ctx, async () => findCandidates(await as('julie'), { q: 'zara' }))).toMatch(
      /^forbidden: /,
    )
  }))

test('each person is listed once, with all of their roles, by name', () =>
  inWorld(async (ctx) => {
    await giveRole(ctx, { group, person: 'julie', role: 'pm', title: 'Interim PM' })
    const { items } = await listPeople(ctx)
    expect(items.filter(({ handle }) => handle === 'julie')).toMatchObject([
      { roles: ['engineer', 'pm'], titles: expect.arrayContaining(['Interim PM']) },
    ])
    const names = items.map(({ name }) => name)
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)))
    expect(new Set(items.map(({ handle }) => handle)).size).toBe(items.length)
  }))

test('what the law asks of a person are their roles, and how many managers there are', () =>
  inWorld(async (ctx) => {
    expect(await roleHolder(ctx, 'mohamed')).toMatchObject({ name: 'Mohamed Hamda', ems: 1 })
    await giveRole(ctx, { group, person: 'julie', role: 'em' })
    expect((await roleHolder(ctx, 'julie')).ems).toBe(2)
    await outsiders(ctx, 'Zoë Müller')
    for (const handle of ['outside-1', 'stranger'])
      expect(await refusalOf(ctx, () => roleHolder(ctx, handle))).toMatch(/^not_found: The group member /)
  }))
