import type { PoolClient } from 'pg'
import { expect, test } from 'vitest'
import type { Actor, Ctx } from '../context.ts'
import { boardFacts } from '../queries/board-facts.ts'
import { boardsOf } from '../queries/boards-list.ts'
import { viewBoard } from '../queries/boards.ts'
import { lastEvent, listEvents } from '../queries/events.ts'
import { groupsOf, readGroup } from '../queries/groups.ts'
import { listMilestones } from '../queries/milestones.ts'
import { listPeople } from '../queries/people.ts'
import { inWorld } from '../testing/world.ts'
import { changeGroup } from './groups-edit.ts'
import { found } from './groups-create.ts'

const GROUP = { group: 'custom-models' }

const newestSentence = async (ctx: Ctx) =>
  (await listEvents(ctx, { group: ctx.group.slug, limit: 1 })).items[0]?.sentence

test('what a group says of itself is changed field by field, and one event names the fields', () =>
  inWorld(async (ctx) => {
    const before = await readGroup(ctx)
    await changeGroup(ctx, { ...GROUP, name: 'Models', vision: 'To see.', channel: '#models' })
    expect(await readGroup(ctx)).toEqual({
      ...before,
      name: 'Models',
      vision: 'To see.',
      channel: '#models',
      event: before.event + 1,
    })
    expect(await newestSentence(ctx)).toBe(
      'Mohamed Hamda changed the name, vision and main channel of the group.',
    )
    await changeGroup(ctx, { ...GROUP, name: 'Models', cadence: before.cadence })
    expect(await lastEvent(ctx), 'what changes nothing leaves no event').toBe(before.event + 1)
  }))

test('cadence and channels are sent whole, keep their order, and a channel is named once', () =>
  inWorld(async (ctx) => {
    const { cadence } = await readGroup(ctx)
    const sync = { activity: 'Demo', frequency: 'Monthly', owner: 'Team' }
    await changeGroup(ctx, { ...GROUP, cadence: [sync, ...cadence] })
    expect((await readGroup(ctx)).cadence).toEqual([sync, ...cadence])
    const channels = [{ name: '#one', purpose: 'Everything' }]
    await changeGroup(ctx, { ...GROUP, channels })
    expect((await readGroup(ctx)).channels).toEqual(channels)
    await expect(changeGroup(ctx, { ...GROUP, channels: [...channels, ...channels] })).rejects.toMatchObject({
      facts: { rule: 'channel_twice' },
    })
  }))

test('a time zone is an IANA name, and a change of it is told with both', () =>
  inWorld(async (ctx) => {
    await expect(changeGroup(ctx, { ...GROUP, zone: 'Middle/Earth' })).rejects.toThrow(
      'Unknown time zone “Middle/Earth”. Use a name such as “Europe/Berlin”.',
    )
    await changeGroup(ctx, { ...GROUP, zone: 'Africa/Cairo' })
    const { rows } = await ctx.db.query('select data from events order by number desc limit 1')
    expect(rows).toMatchObject([
      { data: { changed: ['time zone'], from: { zone: 'UTC' }, to: { zone: 'Africa/Cairo' } } },
    ])
  }))

test('the capacity of a milestone follows the focus factor and the days per weight', () =>
  inWorld(async (ctx) => {
    const weight = async () =>
      (await viewBoard(ctx, { board: 'planning', milestone: '18.9' })).capacity?.weight
    expect(await weight()).toBe(62.5)
    await changeGroup(ctx, { ...GROUP, focusFactor: 0.8 })
    expect(await weight()).toBe(50)
    await changeGroup(ctx, { ...GROUP, daysPerWeight: 2.5 })
    expect(await weight()).toBe(40)
  }))

test('only the engineering manager or an administrator changes the group', () =>
  inWorld(async (_, { as }) => {
    for (const handle of ['julie', 'jordan']) {
      await expect(changeGroup(await as(handle), { ...GROUP, name: 'Mine' })).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
  }))

test('an administrator founds a group that can work at once, and names its engineering manager', () =>
  inWorld(async (ctx, { as }) => {
    await ctx.db.query(`update people set admin = true where handle = 'newick'`)
    const [admin, julie] = [await as('newick'), await as('julie')]
    const input = { name: 'Model Evaluation', zone: 'Europe/Lisbon', em: 'julie' }
    const slug = await foundAs(admin.actor, ctx, input)
    expect(slug).toBe('model-evaluation')
    expect(await groupsOf(ctx.db, { id: julie.actor.id ?? '', admin: false })).toContainEqual({
      slug,
      name: 'Model Evaluation',
      roles: ['em'],
    })
    const theirs = await inGroup(ctx, slug)
    expect((await listPeople(theirs)).items.map(({ handle }) => handle)).toEqual(['julie'])
    expect((await boardsOf(theirs)).map(({ title }) => title)).toEqual([
      'Planning',
      'Build',
      'Next 1-3 Milestones',
      'Next 4-6 Milestones',
    ])
    const build = await boardFacts(theirs, 'build')
    expect(build.filterLabelIds).toHaveLength(2)
    expect(build.columns).toHaveLength(5)
    expect((await listMilestones(theirs)).items).toHaveLength(4)
    expect(await newestSentence(theirs)).toBe('Newick Lee gave Julie Huang the role of engineering manager.')
  }))

test('only an administrator creates groups, and no group without a manager, a zone or an address of its own', () =>
  inWorld(async (ctx, { as }) => {
    const input = { name: 'Other', zone: 'UTC', em: 'julie' }
    await expect(foundAs(ctx.actor, ctx, input)).rejects.toThrow('Only an administrator creates groups.')
    await ctx.db.query(`update people set admin = true where handle = 'newick'`)
    const { actor } = await as('newick')
    await expect(foundAs(actor, ctx, { ...input, em: 'no-such-person' })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(foundAs(actor, ctx, { ...input, zone: 'Nowhere' })).rejects.toThrow('Unknown time zone')
    await expect(foundAs(actor, ctx, { ...input, name: 'API' })).rejects.toThrow('is reserved')
    await expect(foundAs(actor, ctx, { ...input, slug: 'custom-models' })).rejects.toMatchObject({
      code: '23505',
    })
  }))

/** In a savepoint of its own, so that a refusal leaves the test's transaction usable. */
async function foundAs(actor: Actor, ctx: Ctx, input: Parameters<typeof found>[1]): Promise<string> {
  // safe because inWorld gives each test one connection
  const client = ctx.db as PoolClient
  await client.query('savepoint founding')
  try {
    return (await found({ actor, now: ctx.now, client }, input)).slug
  } catch (error) {
    await client.query('rollback to savepoint founding')
    throw error
  }
}

async function inGroup(ctx: Ctx, slug: string): Promise<Ctx> {
  const { rows } = await ctx.db.query<Ctx['group']>(
    'select id, slug, name, zone from groups where slug = $1',
    [slug],
  )
  if (!rows[0]) throw new Error(`no group ${slug}`)
  return { ...ctx, group: rows[0] }
}
