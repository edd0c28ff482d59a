import { expect, test } from 'vitest'
import { lastEvent, listEvents } from '../queries/events.ts'
import { findCandidates, listPeople } from '../queries/people.ts'
import { listTeams } from '../queries/teams.ts'
import type { Ctx } from '../context.ts'
import { inWorld } from '../testing/world.ts'
import { addPerson, removePerson } from './people.ts'
import { changeRole, giveRole, takeRole } from './roles.ts'

const GROUP = { group: 'custom-models' }
const rolesOf = async (ctx: Ctx, handle: string) =>
  (await listPeople(ctx)).items.find((one) => one.handle === handle)?.roles
const newestSentences = async (ctx: Ctx, limit: number) =>
  (await listEvents(ctx, { ...GROUP, limit })).items.map(({ sentence }) => sentence)

test('a role is given and taken, each with its sentence in the record', () =>
  inWorld(async (ctx) => {
    await giveRole(ctx, { ...GROUP, person: 'julie', role: 'pm' })
    expect(await rolesOf(ctx, 'julie')).toEqual(['engineer', 'pm'])
    await takeRole(ctx, { ...GROUP, person: 'julie', role: 'engineer' })
    expect(await rolesOf(ctx, 'julie')).toEqual(['pm'])
    expect(await newestSentences(ctx, 2)).toEqual([
      'Mohamed Hamda removed the role of engineer from Julie Huang.',
      'Mohamed Hamda gave Julie Huang the role of product manager.',
    ])
  }))

test('the only engineering manager stays one, also against an administrator', () =>
  inWorld(async (ctx) => {
    const admin: Ctx = { ...ctx, actor: { ...ctx.actor, admin: true } }
    for (const act of [
      () => takeRole(admin, { ...GROUP, person: 'mohamed', role: 'em' }),
      () => removePerson(admin, { ...GROUP, person: 'mohamed' }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'refused', facts: { rule: 'last_em' } })
    }
    await giveRole(ctx, { ...GROUP, person: 'julie', role: 'em' })
    await takeRole(ctx, { ...GROUP, person: 'mohamed', role: 'em' })
    expect(await rolesOf(ctx, 'mohamed')).not.toContain('em')
  }))

test('who is not the engineering manager gives and takes nothing', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const before = await lastEvent(ctx)
    for (const act of [
      () => giveRole(julie, { ...GROUP, person: 'julie', role: 'em' }),
      () => changeRole(julie, { ...GROUP, person: 'julie', role: 'engineer', title: 'Chief' }),
      () => takeRole(julie, { ...GROUP, person: 'mohamed', role: 'em' }),
      () => removePerson(julie, { ...GROUP, person: 'newick' }),
      () => addPerson(julie, { ...GROUP, person: 'newick', role: 'pm' }),
      () => findCandidates(julie, {}),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await lastEvent(ctx)).toBe(before)
  }))

test('who is removed has no role and no team from tomorrow on, and can be brought back', () =>
  inWorld(async (ctx) => {
    await removePerson(ctx, { ...GROUP, person: 'newick' })
    expect(await rolesOf(ctx, 'newick')).toBeUndefined()
    const tomorrow: Ctx = { ...ctx, now: new Date(ctx.now.getTime() + 86_400_000) }
    const members = (await listTeams(tomorrow)).items.flatMap((team) =>
      team.members.map(({ person }) => person),
    )
    expect(members).not.toContain('newick')
    const { rows } = await ctx.db.query(
      `select m.to_on::text from memberships m join people p on p.id = m.person_id where p.handle = 'newick'`,
    )
    expect(rows).toEqual([{ to_on: '2026-01-07' }])
    expect((await findCandidates(ctx, { q: '@NEWI' })).items).toEqual([
      { handle: 'newick', name: 'Newick Lee' },
    ])
    await addPerson(ctx, { ...GROUP, person: 'newick', role: 'engineer' })
    expect(await rolesOf(ctx, 'newick')).toEqual(['engineer'])
    await expect(addPerson(ctx, { ...GROUP, person: 'newick', role: 'engineer' })).rejects.toThrow('already')
  }))

test('a role has a title of its own, and an engineering manager may be acting', () =>
  inWorld(async (ctx) => {
    const heldBy = async (handle: string) =>
      (await listPeople(ctx)).items.find((one) => one.handle === handle)?.held
    await giveRole(ctx, { ...GROUP, person: 'julie', role: 'em', title: 'Second EM', acting: true })
    expect(await heldBy('julie')).toEqual([
      { role: 'em', title: 'Second EM', acting: true },
      { role: 'engineer', title: '', acting: false },
    ])
    await changeRole(ctx, { ...GROUP, person: 'mohamed', role: 'em', acting: false })
    await changeRole(ctx, { ...GROUP, person: 'julie', role: 'engineer', title: 'Backend Engineer' })
    expect(await heldBy('mohamed')).toContainEqual({
      role: 'em',
      title: 'Engineering Manager',
      acting: false,
    })
    expect(await newestSentences(ctx, 2)).toEqual([
      'Mohamed Hamda changed the title of Julie Huang to Backend Engineer.',
      'Mohamed Hamda changed the title of Mohamed Hamda to Engineering Manager.',
    ])
    const events = await lastEvent(ctx)
    await changeRole(ctx, { ...GROUP, person: 'mohamed', role: 'em', acting: false })
    expect(await lastEvent(ctx), 'what changes nothing leaves no event').toBe(events)
  }))

test('a person is acting as engineering manager alone, and no role is described that is not held', () =>
  inWorld(async (ctx) => {
    const acting = changeRole(ctx, { ...GROUP, person: 'julie', role: 'engineer', acting: true })
    await expect(acting).rejects.toThrow('Only an engineering manager can be acting.')
    await expect(changeRole(ctx, { ...GROUP, person: 'julie', role: 'pm', title: 'PM' })).rejects.toThrow(
      'Julie Huang is not a product manager here.',
    )
  }))

test('whether a person can sign in is told to those who add members alone', () =>
  inWorld(async (ctx, { as }) => {
    expect((await listPeople(ctx)).items.map(({ account }) => account)).not.toContain(null)
    expect(new Set((await listPeople(await as('julie'))).items.map(({ account }) => account))).toEqual(
      new Set([null]),
    )
  }))
