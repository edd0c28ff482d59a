import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { lastEvent, listEvents } from '../../queries/events.ts'
import { readIssue } from '../../queries/issues.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { createEpic } from '../epics.ts'
import { undoEvent } from '../undo.ts'
import { closeIssue } from './close.ts'
import { setFact } from './set-fact.ts'
import { joinEpic } from './epic.ts'
import { setSpikeScope } from './spike-scope.ts'
import { setTeam } from './team.ts'

const group = 'custom-models'

type Act = (ctx: Ctx, ref: number) => Promise<{ event: number }>
type FactCase = { act: Act; shows: Record<string, unknown>; sentence: string }

const FACTS: Record<string, FactCase> = {
  'an epic': {
    act: async (ctx, ref) => {
      const { number } = await createEpic(ctx, { title: 'Model lifecycle' })
      return joinEpic(ctx, { group, ref, epic: number })
    },
    shows: { epic: expect.any(Number) },
    sentence: 'Mohamed Hamda added this issue to the epic “Model lifecycle”.',
  },
  'a functional team': {
    act: (ctx, ref) => setTeam(ctx, { group, ref, team: 'model-selection' }),
    shows: { team: 'model-selection' },
    sentence: 'Mohamed Hamda set the functional team of this issue to Model Selection.',
  },
  'a due date': {
    act: (ctx, ref) => setFact(ctx, ref, 'due', '2026-01-09'),
    shows: { due: '2026-01-09' },
    sentence: 'Mohamed Hamda set the due date of this issue to 2026-01-09.',
  },
  'its health': {
    act: (ctx, ref) => setFact(ctx, ref, 'health', 'at_risk'),
    shows: { health: 'at_risk' },
    sentence: 'Mohamed Hamda set the health of this issue to at risk.',
  },
  confidentiality: {
    act: (ctx, ref) => setFact(ctx, ref, 'confidential', true),
    shows: { confidential: true },
    sentence: 'Mohamed Hamda made this issue confidential.',
  },
  'the scope of a spike': {
    act: (ctx, ref) =>
      setSpikeScope(ctx, { group, ref, scope: 'Which models can stream. Two days.', was: null }),
    shows: { spikeScope: 'Which models can stream. Two days.' },
    sentence: 'Mohamed Hamda added the spike scope of this issue.',
  },
}

for (const [name, { act, shows, sentence }] of Object.entries(FACTS)) {
  test(`${name} is set, told in one sentence, and taken back by an undo`, () =>
    inWorld(async (ctx) => {
      const ref = await anIssue(ctx)
      const before = await readIssue(ctx, { group, ref })
      const { event } = await act(ctx, ref)
      expect(await readIssue(ctx, { group, ref })).toMatchObject(shows)
      const { items } = await listEvents(ctx, { group, issue: ref, limit: 1 })
      expect(items[0]).toMatchObject({ number: event, sentence })
      await undoEvent(ctx, { group, event })
      expect(await readIssue(ctx, { group, ref })).toEqual(before)
    }))
}

test('setting what is there already changes nothing and leaves no event', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    await setFact(ctx, ref, 'due', '2026-01-09')
    const before = await lastEvent(ctx)
    await setFact(ctx, ref, 'due', '2026-01-09')
    await setFact(ctx, ref, 'health', null)
    await setTeam(ctx, { group, ref, team: null })
    await setSpikeScope(ctx, { group, ref, scope: '  ', was: null })
    await setFact(ctx, ref, 'confidential', false)
    await joinEpic(ctx, { group, ref, epic: null })
    expect(await lastEvent(ctx)).toBe(before)
  }))

test('of two who state a scope from the same text the second is shown both, and nothing is written over', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    await setSpikeScope(await as('julie'), { group, ref, scope: 'Which models stream.', was: null })
    const late = setSpikeScope(ctx, { group, ref, scope: 'What it costs.', was: null })
    await expect(late).rejects.toMatchObject({
      code: 'stale',
      facts: { yours: { scope: 'What it costs.' }, theirs: { scope: 'Which models stream.' } },
    })
    expect((await readIssue(ctx, { group, ref })).spikeScope).toBe('Which models stream.')
    await setSpikeScope(ctx, { group, ref, scope: 'What it costs.', was: 'Which models stream.' })
  }))

test('a day that no calendar has, a team and an epic that do not exist are refused in words', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    await expect(setFact(ctx, ref, 'due', '2026-02-30')).rejects.toThrow('There is no date 2026-02-30.')
    await expect(setTeam(ctx, { group, ref, team: 'nobody' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(joinEpic(ctx, { group, ref, epic: 999 })).rejects.toMatchObject({ code: 'not_found' })
  }))

test('open work that joins a closed epic opens it again, and the last open work that leaves closes it', () =>
  inWorld(async (ctx) => {
    const { number: epic } = await createEpic(ctx, { title: 'Model lifecycle' })
    const [first, second] = [await anIssue(ctx, { epic }), await anIssue(ctx)]
    await closeIssue(ctx, { group, ref: first })
    expect(await isClosed(ctx, epic)).toBe(true)
    await joinEpic(ctx, { group, ref: second, epic })
    expect(await isClosed(ctx, epic)).toBe(false)
    await joinEpic(ctx, { group, ref: second, epic: null })
    expect(await isClosed(ctx, epic)).toBe(true)
  }))

test('closed work that joins a closed epic leaves it closed', () =>
  inWorld(async (ctx) => {
    const { number: epic } = await createEpic(ctx, { title: 'Model lifecycle' })
    const [first, second] = [await anIssue(ctx, { epic }), await anIssue(ctx)]
    await closeIssue(ctx, { group, ref: first })
    await closeIssue(ctx, { group, ref: second })
    await joinEpic(ctx, { group, ref: second, epic })
    expect(await isClosed(ctx, epic)).toBe(true)
  }))

test('a stakeholder sets none of them, and finds nothing of what has become confidential', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    await ctx.db.query(
      `update group_roles set role = 'stakeholder' where person_id = (select id from people where handle = 'cindy')`,
    )
    const cindy = await as('cindy')
    for (const { act } of Object.values(FACTS)) {
      await expect(act(cindy, ref)).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect((await listEvents(cindy, { group, issue: ref })).items).toHaveLength(1)
    await setFact(ctx, ref, 'confidential', true)
    await expect(readIssue(cindy, { group, ref })).rejects.toMatchObject({ code: 'not_found' })
    expect((await listEvents(cindy, { group, issue: ref })).items).toEqual([])
    await setFact(ctx, ref, 'confidential', false)
    expect(await readIssue(cindy, { group, ref })).toMatchObject({ ref })
  }))

async function isClosed(ctx: Ctx, epic: number): Promise<boolean> {
  const { rows } = await ctx.db.query<{ closed: boolean }>(
    'select closed_at is not null as closed from epics where group_id = $1 and number = $2',
    [ctx.group.id, epic],
  )
  return rows[0]?.closed ?? false
}
