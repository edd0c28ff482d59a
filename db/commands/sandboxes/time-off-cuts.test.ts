import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { listEvents } from '../../queries/events.ts'
import { listInbox } from '../../queries/inbox.ts'
import { listTimeOff } from '../../queries/time-off.ts'
import { inWorld } from '../../testing/world.ts'
import {
  CINDY_AWAY,
  add,
  apply,
  expectReplayed,
  group,
  liveNumbers,
  numbers,
  open,
  view,
} from '../../testing/sandboxes.ts'
import { addTimeOff, editTimeOff, removeTimeOff } from '../time-off.ts'
import { undoEvent } from '../undo.ts'

const FROM = '2026-01-01'
/** Cindy’s week off, entered long before. */
const WEEK = { group, from: '2026-01-12', to: '2026-01-16', kind: 'sick' as const, note: 'A broken arm' }
const works = (from: string, to = from) => ({ what: 'timeOffCut' as const, person: 'cindy', from, to })

const entries = async (ctx: Ctx) =>
  (await listTimeOff(ctx, { group, from: FROM, person: 'cindy' })).items.map(
    ({ from, to, fromNoon, untilNoon, kind, note }) => ({ from, to, fromNoon, untilNoon, kind, note }),
  )
const whole = { fromNoon: false, untilNoon: false, kind: 'sick', note: 'A broken arm' }
const daysOfCindy = async (ctx: Ctx) => {
  const row = (await view(ctx)).rows.find(({ person }) => person === 'cindy')
  return [row?.live.timeOff, row?.whatIf.timeOff, row?.live.availableDays, row?.whatIf.availableDays]
}

describe('time off that a what-if takes away', () => {
  test('gives back its days in the what-if alone; applied it is removed, and one undoing brings it back whole', () =>
    inWorld(async (ctx, { as }) => {
      await addTimeOff(await as('cindy'), WEEK)
      await open(ctx)
      const before = await liveNumbers(ctx)
      await add(ctx, works('2026-01-12', '2026-01-16'))
      expect(await daysOfCindy(ctx)).toEqual([5, 0, 20, 25])
      expect(await liveNumbers(ctx)).toEqual(before)
      expect(await entries(ctx)).toHaveLength(1)
      await expectReplayed(ctx)
      const whatIf = await numbers(ctx, 'whatIf')
      const { event } = await apply(ctx)
      expect(await entries(ctx)).toEqual([])
      expect(await liveNumbers(ctx)).toEqual(whatIf)
      await expectReplayed(ctx)
      expect((await undoEvent(ctx, { group, event })).refused).toEqual([])
      expect(await entries(ctx)).toEqual([{ from: WEEK.from, to: WEEK.to, ...whole }])
      expect(await liveNumbers(ctx)).toEqual(before)
      expect((await view(ctx)).sandbox).toMatchObject({ state: 'open', changes: 1 })
      await expectReplayed(ctx)
    }))

  test('until a noon leaves an entry that ends there, from its end as well as from its beginning', () =>
    inWorld(async (ctx, { as }) => {
      await addTimeOff(await as('cindy'), WEEK)
      await open(ctx)
      await add(ctx, { ...works('2026-01-14', '2026-01-20'), fromNoon: true })
      await add(ctx, works('2026-01-12'))
      expect(await daysOfCindy(ctx)).toEqual([5, 1.5, 20, 23.5])
      await apply(ctx)
      expect(await entries(ctx)).toEqual([
        { from: '2026-01-13', to: '2026-01-14', ...whole, untilNoon: true },
      ])
    }))

  test('out of the middle leaves two entries of the same kind, note and age, told as what they are', () =>
    inWorld(async (ctx, { as }) => {
      const cindy = await as('cindy')
      await addTimeOff(cindy, WEEK)
      await ctx.db.query("update time_off set created_at = '2025-10-01T09:00:00Z'")
      await open(ctx)
      await add(ctx, works('2026-01-14'))
      const { event } = await apply(ctx, { kind: 'vacation' })
      expect(await entries(ctx)).toEqual([
        { from: '2026-01-12', to: '2026-01-13', ...whole },
        { from: '2026-01-15', to: '2026-01-16', ...whole },
      ])
      const { items } = await listTimeOff(cindy, { group, from: FROM })
      expect(items.map(({ shortNotice }) => shortNotice)).toEqual([false, false])
      const told = (await listEvents(ctx, { group, limit: 3 })).items.map(({ sentence }) => sentence)
      expect(told).toEqual([
        'Mohamed Hamda added the time off of Cindy Halim, 15 – 16 Jan 2026.',
        'Mohamed Hamda changed the time off of Cindy Halim from 12 – 16 Jan 2026 to 12 – 13 Jan 2026.',
        'Mohamed Hamda applied the what-if “Two weeks” for 18.9.',
      ])
      expect((await listInbox(cindy, { group })).items).not.toEqual([])
      await expectReplayed(ctx)
      expect((await undoEvent(ctx, { group, event })).refused).toEqual([])
      expect(await entries(ctx)).toEqual([{ from: WEEK.from, to: WEEK.to, ...whole }])
      await expectReplayed(ctx)
    }))

  test('cuts several entries at once, and leaves those of other people and other days', () =>
    inWorld(async (ctx, { as }) => {
      const cindy = await as('cindy')
      await addTimeOff(cindy, WEEK)
      await addTimeOff(cindy, { ...WEEK, from: '2026-01-19', to: '2026-01-20', kind: 'vacation', note: '' })
      await addTimeOff(cindy, { ...WEEK, from: '2026-02-02', to: '2026-02-02', kind: 'vacation', note: '' })
      await addTimeOff(await as('julie'), WEEK)
      await open(ctx)
      await add(ctx, works('2026-01-15', '2026-01-19'))
      await apply(ctx)
      expect((await entries(ctx)).map(({ from, to, kind }) => [from, to, kind])).toEqual([
        ['2026-01-12', '2026-01-14', 'sick'],
        ['2026-01-20', '2026-01-20', 'vacation'],
        ['2026-02-02', '2026-02-02', 'vacation'],
      ])
      expect((await listTimeOff(ctx, { group, from: FROM, person: 'julie' })).items).toHaveLength(1)
    }))

  test('never says why: not in the what-if, not in its events, not to who may not see it', () =>
    inWorld(async (ctx, { as }) => {
      await addTimeOff(await as('cindy'), WEEK)
      await open(ctx)
      await add(ctx, works('2026-01-14'))
      const { event } = await apply(ctx)
      const { first } = await undoEvent(ctx, { group, event }).then(() => ({ first: event }))
      for (const reader of [ctx, await as('jordan'), await as('patrick')]) {
        const shown = [await view(reader), await listEvents(reader, { group, limit: 40 })]
        expect(JSON.stringify(shown)).not.toMatch(/sick|broken arm|vacation/i)
      }
      const { rows } = await ctx.db.query<{ data: string }>(
        'select data::text from events where group_id = 1 and number <= $1 + 10',
        [first],
      )
      expect(rows.map(({ data }) => data).join(' ')).not.toMatch(/sick|broken arm/i)
    }))

  test('is added by the PM and applied by the EM; the PM applies what is their own', () =>
    inWorld(async (ctx, { as }) => {
      const jordan = await as('jordan')
      await addTimeOff(await as('cindy'), WEEK)
      await addTimeOff(jordan, { ...WEEK, kind: 'vacation' })
      await open(jordan)
      const [theirs, mine] = [
        await add(jordan, works('2026-01-14')),
        await add(jordan, { ...works('2026-01-14'), person: 'jordan' }),
      ]
      const because = 'Only the engineering manager changes the time off of others.'
      await expect(apply(jordan)).rejects.toMatchObject({
        code: 'refused',
        facts: { changes: [{ change: theirs, because }] },
      })
      expect(await apply(jordan, { leaveOut: [theirs] })).toMatchObject({ applied: 1 })
      expect(mine).toBeGreaterThan(theirs)
      expect(await entries(ctx)).toHaveLength(1)
      expect((await listTimeOff(ctx, { group, from: FROM, person: 'jordan' })).items).toHaveLength(2)
    }))

  test('that changed or went meanwhile is shown first, and applied only when it is confirmed', () =>
    inWorld(async (ctx, { as }) => {
      const cindy = await as('cindy')
      const { entry } = await addTimeOff(cindy, WEEK)
      await open(ctx)
      const cut = await add(ctx, works('2026-01-15', '2026-01-16'))
      await editTimeOff(cindy, { group, entry: entry.id, to: '2026-01-15' })
      const told = async () => (await view(ctx)).changes[0]?.meanwhile.map(({ sentence }) => sentence)
      expect(await told()).toEqual([
        'Cindy Halim changed their time off from 12 – 16 Jan 2026 to 12 – 15 Jan 2026.',
      ])
      expect(await daysOfCindy(ctx)).toEqual([4, 3, 21, 22])
      await removeTimeOff(cindy, { group, entry: entry.id })
      expect(await told()).toHaveLength(2)
      await expect(apply(ctx)).rejects.toMatchObject({ facts: { rule: 'changed_meanwhile' } })
      // what is gone is gone already: nothing more happens to it
      expect(await apply(ctx, { confirm: [cut] })).toMatchObject({ applied: 1 })
      expect(await entries(ctx)).toEqual([])
    }))

  test('is refused on days on which no person is away, or that another change is about', () =>
    inWorld(async (ctx, { as }) => {
      await addTimeOff(await as('cindy'), WEEK)
      await open(ctx)
      await expect(add(ctx, works('2026-01-19'))).rejects.toThrow('Cindy Halim is not away on these days.')
      await expect(add(ctx, works('2026-03-02'))).rejects.toThrow('outside 18.9')
      await expect(add(ctx, works('2026-01-14', '2026-01-13'))).rejects.toThrow('on or after')
      await add(ctx, works('2026-01-14'))
      await expect(add(ctx, works('2026-01-14', '2026-01-15'))).rejects.toThrow('already changes that')
      await expect(add(ctx, CINDY_AWAY)).rejects.toThrow('already changes that')
    }))
})
