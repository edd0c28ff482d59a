import { describe, expect, test } from 'vitest'
import { issueFacts } from '../../queries/facts.ts'
import { listTimeOff } from '../../queries/time-off.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { overrideCapacity } from '../capacity/override.ts'
import { takeIssue } from '../issues/take.ts'
import { addTimeOff } from '../time-off.ts'
import { undoEvent } from '../undo.ts'
import { applySandbox } from './apply.ts'
import {
  AT,
  CINDY_AWAY,
  IN,
  PLANNED,
  add,
  apply,
  expectReplayed,
  group,
  open,
  share,
  view,
} from '../../testing/sandboxes.ts'

describe('applying a what-if', () => {
  test('is refused as a whole with the reason of each change that cannot be made', () =>
    inWorld(async (ctx, { as }) => {
      const jordan = await as('jordan')
      await open(jordan)
      const [theirs, mine, others] = [
        await add(jordan, CINDY_AWAY),
        await add(jordan, { ...CINDY_AWAY, person: 'jordan' }),
        await add(jordan, share(0.5)),
      ]
      const changes = [
        { change: theirs, because: 'Only the engineering manager changes the time off of others.' },
        { change: others, because: 'Only the engineering manager overrides capacity.' },
      ]
      expect((await view(jordan)).changes.map(({ whyNotApply }) => whyNotApply)).toEqual([
        changes[0]?.because,
        null,
        changes[1]?.because,
      ])
      await expect(apply(jordan)).rejects.toMatchObject({
        code: 'refused',
        facts: { rule: 'changes_refused', changes },
      })
      expect((await view(jordan)).sandbox.state).toBe('open')
      expect((await listTimeOff(ctx, { group, person: 'jordan' })).items).toEqual([])
      // what is theirs they apply, and leave out the rest
      expect(await apply(jordan, { leaveOut: [theirs, others] })).toMatchObject({ applied: 1 })
      expect((await view(jordan)).changes.filter(({ leftOut }) => leftOut).map(({ id }) => id)).toEqual([
        theirs,
        others,
      ])
      expect((await listTimeOff(ctx, { group, person: mine ? 'jordan' : '' })).items).toHaveLength(1)
      await expectReplayed(ctx)
    }))

  test('says what changed meanwhile where it changes the plan, and waits until that is confirmed or left out', () =>
    inWorld(async (ctx, { as }) => {
      const ref = await anIssue(ctx, { ...PLANNED, weight: 1 })
      await open(ctx)
      const [away, shared, driven] = [
        await add(ctx, CINDY_AWAY),
        await add(ctx, share(0.5)),
        await add(ctx, { what: 'dri', ref, person: 'julie' }),
      ]
      expect((await view(ctx)).meanwhile).toEqual([])
      await overrideCapacity(ctx, { ...IN, person: 'julie', term: 'share', value: 0.7, reason: 'A course.' })
      await takeIssue(await as('manoj'), { group, ref })
      await addTimeOff(await as('patrick'), { group, from: '2026-01-12', to: '2026-01-12', kind: 'vacation' })
      const { changes, meanwhile } = await view(ctx)
      expect(meanwhile.map(({ sentence }) => sentence)).toEqual([
        'Patrick Cyiza added their time off, 12 Jan 2026.',
        `Manoj M J became the DRI of #${ref}.`,
        'Mohamed Hamda set Julie Huang’s share of time to 70 %, 18.9: A course.',
      ])
      expect(changes.map(({ id, meanwhile }) => [id, meanwhile.length])).toEqual([
        [away, 0],
        [shared, 1],
        [driven, 1],
      ])
      await expect(apply(ctx)).rejects.toMatchObject({
        code: 'conflict',
        facts: {
          rule: 'changed_meanwhile',
          changes: [{ change: shared }, { change: driven }],
        },
      })
      await expect(apply(ctx, { confirm: [shared] })).rejects.toMatchObject({ code: 'conflict' })
      expect(await apply(ctx, { confirm: [shared], leaveOut: [driven] })).toMatchObject({ applied: 2 })
      expect((await issueFacts(ctx, ref)).dri?.handle).toBe('manoj')
    }))

  test('does not count what was taken back meanwhile, nor confirm what was not seen', () =>
    inWorld(async (ctx) => {
      await open(ctx)
      const shared = await add(ctx, share(0.5))
      const seen = (await view(ctx)).event
      const { event } = await overrideCapacity(ctx, {
        ...IN,
        person: 'julie',
        term: 'share',
        value: 0.7,
        reason: 'A course.',
      })
      await expect(applySandbox(ctx, { ...AT, seen, confirm: [shared] })).rejects.toMatchObject({
        facts: { rule: 'changed_meanwhile' },
      })
      await undoEvent(ctx, { group, event })
      expect((await view(ctx)).meanwhile).toEqual([])
      expect(await applySandbox(ctx, { ...AT, seen })).toMatchObject({ applied: 1 })
    }))

  test('does not make a change that was added since it was read', () =>
    inWorld(async (ctx, { as }) => {
      await open(ctx)
      await add(ctx, CINDY_AWAY)
      const seen = (await view(ctx)).event
      await add(await as('jordan'), share(0.5))
      await expect(applySandbox(ctx, { ...AT, seen })).rejects.toThrow('This what-if has changed since')
    }))

  test('of nothing is refused', () =>
    inWorld(async (ctx) => {
      await open(ctx)
      await expect(apply(ctx)).rejects.toThrow('There is nothing to apply.')
    }))
})
