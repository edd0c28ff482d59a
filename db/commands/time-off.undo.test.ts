import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { entryById } from '../queries/time-off.ts'
import { type Families, testUndoOf } from '../testing/undoing.ts'
import { inWorld } from '../testing/world.ts'
import { addTimeOff, editTimeOff, removeTimeOff } from './time-off.ts'
import { undoEvent } from './undo.ts'

const one = { group: 'custom-models' }
const DAYS = { ...one, from: '2026-01-12', to: '2026-01-16', kind: 'vacation' as const }
const entry = async (ctx: Ctx) => (await addTimeOff(ctx, DAYS)).entry.id
const KEPT = 'the row stays, marked as removed, with its details'

const FAMILIES: Families<'time_off'> = {
  'time_off.added': { prepare: async () => [(ctx) => addTimeOff(ctx, DAYS)], leaves: KEPT },
  'time_off.edited': {
    prepare: async (ctx) => {
      const which = { ...one, entry: await entry(ctx) }
      return [
        (now) => editTimeOff(now, { ...which, to: '2026-01-15', untilNoon: true }),
        (now) => editTimeOff(now, { ...which, from: '2026-01-13', kind: 'sick', note: 'Flu' }),
      ]
    },
    leaves: 'versions of the details stay',
  },
  'time_off.removed': {
    prepare: async (ctx) => {
      const which = { ...one, entry: await entry(ctx) }
      return [(now) => removeTimeOff(now, which)]
    },
  },
}

testUndoOf(FAMILIES)

test('an edit that is taken back has the days, the kind and the note of before', () =>
  inWorld(async (ctx) => {
    const id = (await addTimeOff(ctx, { ...DAYS, note: 'Lisbon' })).entry.id
    const before = await entryById(ctx, id)
    const { event } = await editTimeOff(ctx, {
      ...one,
      entry: id,
      to: '2026-01-20',
      kind: 'sick',
      note: 'Flu',
    })
    await undoEvent(ctx, { ...one, event })
    expect(await entryById(ctx, id)).toEqual(before)
  }))

test('what was joined falls apart again into what it was', () =>
  inWorld(async (ctx) => {
    const ids = [
      (await addTimeOff(ctx, { ...DAYS, to: '2026-01-13' })).entry.id,
      (await addTimeOff(ctx, { ...DAYS, from: '2026-01-15', note: 'Home' })).entry.id,
    ]
    const both = () => Promise.all(ids.map((id) => entryById(ctx, id)))
    const before = await both()
    const { event, entry: all } = await addTimeOff(ctx, { ...DAYS, from: '2026-01-13', to: '2026-01-15' })
    expect(all).toMatchObject({ id: ids[0], from: '2026-01-12', to: '2026-01-16' })
    expect(await entryById(ctx, ids[1] ?? 0)).toMatchObject({ removed: true })
    const undone = await undoEvent(ctx, { ...one, event })
    expect(await both()).toEqual(before)
    await undoEvent(ctx, { ...one, event: undone.event })
    expect(await entryById(ctx, ids[0] ?? 0)).toMatchObject({ toOn: '2026-01-16', note: 'Home' })
  }))

test('an entry that is brought back into days that are taken by now is refused, in words', () =>
  inWorld(async (ctx) => {
    const { event } = await removeTimeOff(ctx, { ...one, entry: await entry(ctx) })
    await addTimeOff(ctx, { ...DAYS, from: '2026-01-16', kind: 'sick' })
    await expect(undoEvent(ctx, { ...one, event })).rejects.toThrow(
      'is already away 16 Jan. Change that entry.',
    )
  }))
