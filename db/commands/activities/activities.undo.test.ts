import type { Ctx } from '../../context.ts'
import { type Families, testUndoOf } from '../../testing/undoing.ts'
import { createActivity, editActivity, removeActivity } from './activities.ts'
import { recordOccurrence, withdrawOccurrence } from './record.ts'

const group = 'custom-models'
const days = ['2025-12-30', '2026-01-06'] as const
const add = async (ctx: Ctx, name = 'Triage') =>
  (
    await createActivity(ctx, {
      group,
      kind: 'own',
      name,
      every: 'week',
      day: 2,
      from: '2025-12-01',
      owner: 'julie',
    })
  ).activity.id

const FAMILIES: Families<'activity'> = {
  'activity.added': { prepare: async () => [(now) => add(now), (now) => add(now, 'Review')] },
  'activity.edited': {
    prepare: async (ctx) => {
      const activity = await add(ctx)
      return [
        (now) => editActivity(now, { group, activity, name: 'Sorting' }),
        (now) =>
          editActivity(now, { group, activity, owner: null, rhythm: { every: 'month', day: 2, nth: 5 } }),
      ]
    },
  },
  'activity.removed': {
    prepare: async (ctx) => {
      const activity = await add(ctx)
      await recordOccurrence(ctx, { group, activity, day: days[0], state: 'happened', note: 'Nine.' })
      return [(now) => removeActivity(now, { activity })]
    },
  },
  'activity.recorded': {
    prepare: async (ctx) => {
      const activity = await add(ctx)
      const one = { group, activity, day: days[0] }
      return [
        (now) => recordOccurrence(now, { ...one, state: 'happened' }),
        (now) => recordOccurrence(now, { ...one, state: 'skipped', note: 'Holidays.', replace: true }),
        (now) => withdrawOccurrence(now, { group, activity, occurrence: days[0] }),
        (now) => recordOccurrence(now, { ...one, day: days[1], state: 'happened' }),
      ]
    },
  },
}

testUndoOf(FAMILIES)
