import { expect, test } from 'vitest'
import { THE_CLOCK, type Ctx } from '../context.ts'
import { lastEvent, listEvents } from '../queries/events.ts'
import { viewBoard } from '../queries/boards.ts'
import { listMemberships } from '../queries/memberships.ts'
import { listTeams } from '../queries/teams.ts'
import { inWorld } from '../testing/world.ts'
import { changeBoundary, drawBoundary, removeBoundary } from './boundaries.ts'
import { insertGroup } from './groups.ts'
import { changeMembership, startMembership } from './memberships.ts'
import { addMember } from './people.ts'
import { changeScopeArea, moveScopeArea, removeScopeArea } from './scope-areas.ts'
import { addScopeArea, changeTeam, createTeam, placeTeam, removeTeam } from './teams.ts'

const GROUP = { group: 'custom-models' }
const TEAM = 'gateway-services'

const teamOf = async (ctx: Ctx, slug: string) => {
  const team = (await listTeams(ctx)).items.find((one) => one.slug === slug)
  if (!team) throw new Error(`no team ${slug}`)
  return team
}
const scopeOf = async (ctx: Ctx) => (await teamOf(ctx, TEAM)).scope
const namesOf = async (ctx: Ctx) => (await scopeOf(ctx)).map(({ name }) => name)
const areaOf = async (ctx: Ctx, name: string) =>
  (await scopeOf(ctx)).find((one) => one.name === name)?.id ?? 0
const newestSentence = async (ctx: Ctx) => (await listEvents(ctx, { ...GROUP, limit: 1 })).items[0]?.sentence

test('a team is created with a slug of its name, and no second one of that name', () =>
  inWorld(async (ctx) => {
    expect(await createTeam(ctx, { name: 'Model Evaluation' })).toMatchObject({ slug: 'model-evaluation' })
    expect((await teamOf(ctx, 'model-evaluation')).name).toBe('Model Evaluation')
    await expect(createTeam(ctx, { name: 'model evaluation' })).rejects.toMatchObject({
      facts: { rule: 'team_exists' },
    })
  }))

test('a team that is renamed keeps its slug, its scope and its members', () =>
  inWorld(async (ctx) => {
    const before = await teamOf(ctx, TEAM)
    await changeTeam(ctx, { ...GROUP, team: TEAM, name: 'Gateway', purpose: 'Owns the gateway.' })
    expect(await teamOf(ctx, TEAM)).toEqual({ ...before, name: 'Gateway', purpose: 'Owns the gateway.' })
    expect(await newestSentence(ctx)).toBe('Mohamed Hamda changed the name and purpose of Gateway.')
    const events = await lastEvent(ctx)
    await changeTeam(ctx, { ...GROUP, team: TEAM, name: 'Gateway' })
    expect(await lastEvent(ctx), 'what changes nothing leaves no event').toBe(events)
  }))

test('an area of the scope is added last, edited, moved before another, and removed', () =>
  inWorld(async (ctx) => {
    await addScopeArea(ctx, { team: TEAM, name: 'Credits' })
    expect(await namesOf(ctx)).toEqual(['Prompt Registry', 'Telemetry', 'AIGW billing', 'Credits'])
    const [area, before] = [await areaOf(ctx, 'Credits'), await areaOf(ctx, 'Telemetry')]
    await moveScopeArea(ctx, { ...GROUP, team: TEAM, area, before })
    expect(await namesOf(ctx)).toEqual(['Prompt Registry', 'Credits', 'Telemetry', 'AIGW billing'])
    await moveScopeArea(ctx, { ...GROUP, team: TEAM, area, before: null })
    expect((await namesOf(ctx)).at(-1)).toBe('Credits')
    await changeScopeArea(ctx, { ...GROUP, team: TEAM, area, name: 'On-demand credits' })
    await removeScopeArea(ctx, { ...GROUP, team: TEAM, area: before })
    expect(await namesOf(ctx)).toEqual(['Prompt Registry', 'AIGW billing', 'On-demand credits'])
    await addScopeArea(ctx, { team: TEAM, name: 'After a removal' })
    expect((await namesOf(ctx)).at(-1)).toBe('After a removal')
  }))

test('an area of another team is not found under this one', () =>
  inWorld(async (ctx) => {
    const area = (await teamOf(ctx, 'model-selection')).scope[0]?.id ?? 0
    await expect(removeScopeArea(ctx, { ...GROUP, team: TEAM, area })).rejects.toMatchObject({
      code: 'not_found',
    })
    const own = await areaOf(ctx, 'Telemetry')
    await expect(moveScopeArea(ctx, { ...GROUP, team: TEAM, area: own, before: area })).rejects.toMatchObject(
      {
        code: 'not_found',
      },
    )
  }))

test('a boundary is drawn, redrawn and removed, and found by its new words', () =>
  inWorld(async (ctx) => {
    await drawBoundary(ctx, { area: 'Licences', owner: 'Legal', relationship: 'They decide.', team: TEAM })
    const drawn = (await listTeams(ctx)).boundaries.at(-1)
    expect(drawn).toMatchObject({ area: 'Licences', team: TEAM })
    const boundary = drawn?.id ?? 0
    await changeBoundary(ctx, { ...GROUP, boundary, owner: 'Procurement', team: null })
    expect((await listTeams(ctx)).boundaries.at(-1)).toEqual({ ...drawn, owner: 'Procurement', team: null })
    await removeBoundary(ctx, { ...GROUP, boundary })
    expect((await listTeams(ctx)).boundaries.map(({ id }) => id)).not.toContain(boundary)
    expect(await newestSentence(ctx)).toBe('Mohamed Hamda removed the boundary to Procurement: Licences.')
  }))

test('a membership changes its share and ends, and who was where stays known', () =>
  inWorld(async (ctx) => {
    const mine = async () => (await listMemberships(ctx)).items.filter(({ person }) => person === 'julie')
    const [only] = await mine()
    const membership = only?.id ?? 0
    expect(only).toMatchObject({ team: 'model-selection', kind: 'main', percent: 100, to: null })
    await expect(
      startMembership(ctx, {
        team: TEAM,
        person: 'julie',
        kind: 'supporting',
        percent: 20,
        from: '2026-01-12',
      }),
    ).rejects.toThrow('0 % are left')
    await changeMembership(ctx, { ...GROUP, membership, percent: 80 })
    await startMembership(ctx, {
      team: TEAM,
      person: 'julie',
      kind: 'supporting',
      percent: 20,
      from: '2026-01-12',
    })
    await expect(changeMembership(ctx, { ...GROUP, membership, percent: 81 })).rejects.toMatchObject({
      facts: { rule: 'more_than_all' },
    })
    await changeMembership(ctx, { ...GROUP, membership, to: '2026-01-31' })
    expect(await mine()).toMatchObject([
      { percent: 80, to: '2026-01-31' },
      { team: TEAM, percent: 20 },
    ])
    const inMarch: Ctx = { ...ctx, now: new Date('2026-03-02T12:00:00Z') }
    expect((await teamOf(inMarch, 'model-selection')).members.map(({ person }) => person)).not.toContain(
      'julie',
    )
  }))

test('who is not the engineering manager changes no team', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, before] = [await as('julie'), await lastEvent(ctx)]
    const area = await areaOf(ctx, 'Telemetry')
    const boundary = (await listTeams(ctx)).boundaries[0]?.id ?? 0
    const membership = (await listMemberships(ctx)).items[0]?.id ?? 0
    for (const act of [
      () => createTeam(julie, { name: 'Mine' }),
      () => changeTeam(julie, { ...GROUP, team: TEAM, name: 'Mine' }),
      () => addScopeArea(julie, { team: TEAM, name: 'Mine' }),
      () => changeScopeArea(julie, { ...GROUP, team: TEAM, area, name: 'Mine' }),
      () => moveScopeArea(julie, { ...GROUP, team: TEAM, area, before: null }),
      () => removeScopeArea(julie, { ...GROUP, team: TEAM, area }),
      () => drawBoundary(julie, { area: 'A', owner: 'B', relationship: '', team: null }),
      () => changeBoundary(julie, { ...GROUP, boundary, area: 'Mine' }),
      () => removeBoundary(julie, { ...GROUP, boundary }),
      () =>
        startMembership(julie, { team: TEAM, person: 'julie', kind: 'main', percent: 0, from: '2026-01-12' }),
      () => changeMembership(julie, { ...GROUP, membership, percent: 0 }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await lastEvent(ctx)).toBe(before)
  }))

test('a person who changes team within a milestone counts once in its capacity', () =>
  inWorld(async (ctx) => {
    const capacity = async () => (await viewBoard(ctx, { board: 'planning', milestone: '18.9' })).capacity
    const before = await capacity()
    expect(before).toMatchObject({ availableDays: 125, weight: 62.5 })
    const held = (await listMemberships(ctx)).items.find(({ person }) => person === 'patrick')
    await changeMembership(ctx, { ...GROUP, membership: held?.id ?? 0, to: '2026-01-23' })
    const next = { person: 'patrick', kind: 'main' as const, percent: 100, from: '2026-01-24' }
    await startMembership(ctx, { team: 'model-selection', ...next })
    const after = await capacity()
    expect(after).toEqual({ ...before, terms: expect.anything() })
    const others = (terms = after?.terms) => terms?.filter(({ person }) => person !== 'patrick')
    expect(others()).toEqual(others(before?.terms))
    const changed = after?.terms.filter(({ person }) => person === 'patrick')
    expect(changed, 'a term for each of the two teams').toMatchObject([
      { availableDays: 15 },
      { availableDays: 10 },
    ])
  }))

test('a boundary leads to the group of the owner, for people who may see that group', () =>
  inWorld(async (ctx, { as }) => {
    const nothing = {
      summary: '',
      vision: '',
      mission: '',
      namespace: '',
      channel: '',
      channels: [],
      cadence: [],
    }
    const founding = { actor: THE_CLOCK, now: ctx.now, db: ctx.db, inside: true as const }
    const theirs = await insertGroup(founding, {
      ...nothing,
      slug: 'fulfillment',
      name: 'Fulfillment',
      zone: 'UTC',
    })
    const input = { area: 'Refunds', owner: 'Fulfillment', relationship: 'They own it.', team: null }
    const drawn = () => drawBoundary(ctx, { ...input, ownerGroup: 'fulfillment' })
    await expect(drawn(), 'of a group that one may not see').rejects.toMatchObject({ code: 'not_found' })
    const mohamed = { handle: 'mohamed', name: 'Mohamed Hamda', email: 'mohamed@saydo.invalid' }
    await addMember({ ...founding, group: theirs }, { ...mohamed, roles: [{ role: 'stakeholder' }] })
    await drawn()
    const seenBy = async (who: Ctx) => (await listTeams(who)).boundaries.at(-1)
    expect(await seenBy(ctx)).toMatchObject({ area: 'Refunds', ownerGroup: 'fulfillment' })
    expect(await seenBy(await as('julie'))).toMatchObject({ owner: 'Fulfillment', ownerGroup: null })
    const boundary = (await seenBy(ctx))?.id ?? 0
    await changeBoundary(ctx, { ...GROUP, boundary, area: 'Refunds and credits' })
    expect((await seenBy(ctx))?.ownerGroup, 'what is not said stays').toBe('fulfillment')
    await changeBoundary(ctx, { ...GROUP, boundary, ownerGroup: null })
    expect((await seenBy(ctx))?.ownerGroup).toBeNull()
    await expect(changeBoundary(ctx, { ...GROUP, boundary, ownerGroup: GROUP.group })).rejects.toMatchObject({
      facts: { rule: 'own_area' },
    })
  }))

test('a team is put before another or last, and the map follows that order', () =>
  inWorld(async (ctx) => {
    const order = async () => (await listTeams(ctx)).items.map(({ slug }) => slug)
    await placeTeam(ctx, { ...GROUP, team: TEAM, before: 'model-selection' })
    expect(await order()).toEqual([TEAM, 'model-selection', 'health-connectivity'])
    expect(await newestSentence(ctx)).toBe('Mohamed Hamda moved Gateway Services in the order of the teams.')
    const events = await lastEvent(ctx)
    await placeTeam(ctx, { ...GROUP, team: TEAM, before: 'model-selection' })
    await placeTeam(ctx, { ...GROUP, team: TEAM, before: TEAM })
    expect(await lastEvent(ctx), 'what changes nothing leaves no event').toBe(events)
    await placeTeam(ctx, { ...GROUP, team: TEAM, before: null })
    expect((await order()).at(-1)).toBe(TEAM)
    await expect(placeTeam(ctx, { ...GROUP, team: TEAM, before: 'nobody' })).rejects.toMatchObject({
      code: 'not_found',
    })
  }))

test('a team is removed while nothing belongs to it, and a team that worked stays', () =>
  inWorld(async (ctx) => {
    const { slug } = await createTeam(ctx, { name: 'Runtime' })
    await addScopeArea(ctx, { team: slug, name: 'Running' })
    const input = { ...GROUP, team: slug }
    await expect(removeTeam(ctx, input)).rejects.toThrow(
      'Runtime owns areas. Give them to another team first.',
    )
    const area = (await teamOf(ctx, slug)).scope[0]?.id ?? 0
    await removeScopeArea(ctx, { ...input, area })
    await removeTeam(ctx, input)
    expect((await listTeams(ctx)).items.map((team) => team.slug)).not.toContain(slug)
    expect(await newestSentence(ctx)).toBe('Mohamed Hamda removed the functional team Runtime.')
    await expect(removeTeam(ctx, { ...GROUP, team: TEAM })).rejects.toMatchObject({
      facts: { rule: 'team_worked' },
    })
  }))
