import { expect, test } from 'vitest'
import { inWorld } from '../testing/world.ts'
import { demoPeople, demoPersonId } from './demo-people.ts'

test('who leads comes first, then who builds, each with their roles', () =>
  inWorld(async (ctx) => {
    const [first, second, third] = await demoPeople(ctx.db)
    expect(first).toMatchObject({
      handle: 'mohamed',
      roles: [{ role: 'em', acting: true }, { role: 'engineer' }],
    })
    expect(second).toMatchObject({ handle: 'jordan' })
    expect(third).toMatchObject({ handle: 'manoj', roles: [{ role: 'staff_engineer' }] })
  }))

test('a person with a way to sign in of their own cannot be tried on', () =>
  inWorld(async (ctx) => {
    expect(await demoPersonId(ctx.db, 'cindy')).not.toBeNull()
    await ctx.db.query(
      `insert into accounts (id, account_id, provider_id, person_id)
        select 'a', p.id, 'credential', p.id from people p where p.handle = 'cindy'`,
    )
    expect(await demoPersonId(ctx.db, 'cindy')).toBeNull()
    expect((await demoPeople(ctx.db)).map(({ handle }) => handle)).not.toContain('cindy')
  }))

test('people of no group are not part of the demo, unless they are sample people', () =>
  inWorld(async (ctx) => {
    await ctx.db.query(
      `insert into people (id, handle, name, email, sample) values
        ('real', 'real', 'Real', 'real@saydo.example', false), ('posed', 'posed', 'Posed', 'posed@saydo.example', true)`,
    )
    expect(await demoPersonId(ctx.db, 'real')).toBeNull()
    expect(await demoPersonId(ctx.db, 'posed')).toBe('posed')
  }))
