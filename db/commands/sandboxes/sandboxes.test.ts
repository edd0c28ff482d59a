import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { issueFacts } from '../../queries/facts.ts'
import { listSandboxes } from '../../queries/sandboxes.ts'
import { listTimeOff } from '../../queries/time-off.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { addTimeOff } from '../time-off.ts'
import { undoEvent } from '../undo.ts'
import { removeSandboxChange } from './changes.ts'
import { dropSandbox, openSandbox } from './open.ts'
import {
  AT,
  CINDY_AWAY,
  IN,
  PLANNED,
  add,
  apply,
  expectReplayed,
  group,
  liveNumbers,
  numbers,
  open,
  share,
  view,
} from '../../testing/sandboxes.ts'

describe('a what-if', () => {
  test('without changes is the live plan, which is the capacity of the milestone', () =>
    inWorld(async (ctx) => {
      await anIssue(ctx, { ...PLANNED, weight: 3, dri: 'julie', team: 'model-selection' })
      await open(ctx)
      expect(await numbers(ctx, 'live')).toEqual(await liveNumbers(ctx))
      expect(await numbers(ctx, 'whatIf')).toEqual(await liveNumbers(ctx))
    }))

  test('leaves the live plan as it is, and is the live plan once it is applied; one undoing takes all back', () =>
    inWorld(async (ctx, { as }) => {
      await anIssue(ctx, { ...PLANNED, weight: 3, dri: 'julie', team: 'model-selection' })
      const driven = await anIssue(ctx, { ...PLANNED, weight: 1, dri: 'manoj' })
      const leaves = await anIssue(ctx, { ...PLANNED, weight: 2, team: 'gateway-services' })
      const comes = await anIssue(ctx, { milestone: null, weight: 3, labels: [], dri: 'cindy' })
      await addTimeOff(await as('cindy'), { group, from: '2026-01-14', to: '2026-01-14', kind: 'sick' })
      await open(ctx)
      const before = await liveNumbers(ctx)
      await add(ctx, CINDY_AWAY)
      await add(ctx, share(0.5))
      await add(ctx, { what: 'focus', value: 0.9 })
      await add(ctx, { what: 'candidate', ref: comes, isIn: true })
      await add(ctx, { what: 'candidate', ref: leaves, isIn: false })
      await add(ctx, { what: 'dri', ref: driven, person: 'julie' }, 'Julie knows the model list.')
      expect(await liveNumbers(ctx)).toEqual(before)
      await expectReplayed(ctx)

      const [live, whatIf] = [await numbers(ctx, 'live'), await numbers(ctx, 'whatIf')]
      expect(live).toEqual(before)
      expect(whatIf).not.toEqual(before)
      const { applied, event } = await apply(ctx)
      expect(applied).toBe(6)
      expect(await liveNumbers(ctx)).toEqual(whatIf)
      expect((await issueFacts(ctx, leaves)).milestone?.title).toBe('Next 1-3 Milestones')
      expect((await view(ctx)).sandbox).toMatchObject({ state: 'applied', endedBy: 'Mohamed Hamda' })
      await expectReplayed(ctx)

      const { refused } = await undoEvent(ctx, { group, event })
      expect(refused).toEqual([])
      expect(await liveNumbers(ctx)).toEqual(before)
      expect((await view(ctx)).sandbox).toMatchObject({ state: 'open', changes: 6, endedBy: null })
      expect(await numbers(ctx, 'whatIf')).toEqual(whatIf)
      await expectReplayed(ctx)
    }))

  test('enters as time off only the days that are not entered yet, as other, and never says why anyone is away', () =>
    inWorld(async (ctx, { as }) => {
      await addTimeOff(await as('cindy'), {
        group,
        from: '2026-01-14',
        to: '2026-01-14',
        kind: 'sick',
        note: 'Flu',
      })
      await open(ctx)
      await add(ctx, CINDY_AWAY)
      for (const reader of [ctx, await as('jordan'), await as('patrick')])
        expect(JSON.stringify(await view(reader))).not.toMatch(/sick|flu|vacation/i)
      await apply(ctx)
      const { items } = await listTimeOff(ctx, { group, from: '2026-01-01', person: 'cindy' })
      expect(items.map(({ from, to, kind, note }) => [from, to, kind, note])).toEqual([
        ['2026-01-12', '2026-01-13', 'other', ''],
        ['2026-01-14', '2026-01-14', 'sick', 'Flu'],
        ['2026-01-15', '2026-01-16', 'other', ''],
      ])
    }))

  test('enters time off of the kind that is chosen while applying', () =>
    inWorld(async (ctx) => {
      await open(ctx)
      await add(ctx, CINDY_AWAY)
      await apply(ctx, { kind: 'vacation' })
      const { items } = await listTimeOff(ctx, { group, from: '2026-01-01', person: 'cindy' })
      expect(items).toMatchObject([{ from: '2026-01-12', to: '2026-01-16', kind: 'vacation' }])
    }))

  test('is listed with its milestone and read by everyone in the group; who plans changes it', () =>
    inWorld(async (ctx, { as }) => {
      await open(await as('jordan'))
      const { sandbox } = await open(ctx)
      expect(sandbox).toBe('two-weeks-2')
      const julie = await as('julie')
      const { items } = await listSandboxes(julie, { milestone: '18.9' })
      expect(items.map(({ slug, byName, state }) => [slug, byName, state])).toEqual([
        ['two-weeks-2', 'Mohamed Hamda', 'open'],
        ['two-weeks', 'Jordan Janes', 'open'],
      ])
      expect((await view(julie)).sandbox.title).toBe('Two weeks')
      for (const act of [
        open,
        (by: Ctx) => add(by, CINDY_AWAY),
        (by: Ctx) => apply(by),
        (by: Ctx) => dropSandbox(by, AT),
      ])
        await expect(act(julie)).rejects.toMatchObject({ code: 'forbidden' })
    }))

  test('that was dropped answers in words, and comes back by undoing', () =>
    inWorld(async (ctx) => {
      await open(ctx)
      const change = await add(ctx, CINDY_AWAY)
      const { event } = await dropSandbox(ctx, AT)
      expect((await view(ctx)).sandbox).toMatchObject({ state: 'dropped', endedBy: 'Mohamed Hamda' })
      for (const act of [
        () => add(ctx, share(0.5)),
        () => removeSandboxChange(ctx, { ...AT, change }),
        () => apply(ctx),
      ])
        await expect(act()).rejects.toThrow('“Two weeks” was dropped. Start a new what-if.')
      await undoEvent(ctx, { group, event })
      expect(await apply(ctx)).toMatchObject({ applied: 1 })
      await expect(apply(ctx)).rejects.toThrow('“Two weeks” was applied already.')
    }))
})

test('a change of an issue that a reader may not see counts, and is not told them', () =>
  inWorld(async (ctx, { as }) => {
    const secret = await anIssue(ctx, {
      milestone: null,
      weight: 5,
      labels: [],
      confidential: true,
      title: 'Quiet work',
    })
    await open(ctx)
    await add(ctx, { what: 'candidate', ref: secret, isIn: true })
    await add(ctx, { what: 'dri', ref: secret, person: 'julie' })
    const outsider: Ctx = {
      ...(await as('patrick')),
      actor: { ...(await as('patrick')).actor, roles: ['stakeholder'] },
    }
    const seen = await view(outsider)
    expect(seen.total.whatIf.load - seen.total.live.load).toBe(5)
    expect(seen).toMatchObject({ changes: [], notShown: 2 })
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`#${secret}\\b|Quiet work`))
  }))

test('what could not be applied is refused when it is added', () =>
  inWorld(async (ctx) => {
    await open(ctx)
    const ref = await anIssue(ctx, { ...PLANNED, weight: 1 })
    await expect(add(ctx, { ...CINDY_AWAY, from: '2026-01-16', to: '2026-01-12' })).rejects.toThrow(
      'on or after',
    )
    await expect(add(ctx, { ...CINDY_AWAY, from: '2026-03-02', to: '2026-03-06' })).rejects.toThrow(
      'outside 18.9',
    )
    await expect(add(ctx, share(1.5))).rejects.toThrow('between 0 and 100 %')
    await expect(add(ctx, { what: 'candidate', ref, isIn: true })).rejects.toThrow('is a candidate already')
    await expect(add(ctx, { what: 'candidate', ref: 999, isIn: false })).rejects.toMatchObject({
      code: 'not_found',
    })
    await add(ctx, { what: 'focus', value: 0.5 })
    await expect(add(ctx, { what: 'focus', value: 0.6 })).rejects.toThrow('already changes that')
    await expect(openSandbox(ctx, { ...IN, milestone: 'backlog', title: 'A shelf' })).rejects.toThrow(
      'no capacity',
    )
  }))
