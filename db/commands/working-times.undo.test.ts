import type { Ctx } from '../context.ts'
import { type Families, testUndoOf } from '../testing/undoing.ts'
import { addDayOff, removeDayOff, removeWorkingTime, setWorkingTime } from './working-times.ts'

const one = { group: 'custom-models' }
const WHEN = { ...one, person: 'julie', from: '2026-02-02' }
const FOUR = [2, 2, 2, 2, 0, 0, 0]
const DAY = { ...one, day: '2026-01-23' }

const FAMILIES: Families<'working_time' | 'day_off'> = {
  'working_time.set': {
    prepare: async () => {
      const to = (week: number[]) => (now: Ctx) => setWorkingTime(now, { ...WHEN, week })
      return [to(FOUR), to([2, 2, 2, 0, 0, 0, 0])]
    },
  },
  'working_time.removed': {
    prepare: async (ctx) => {
      await setWorkingTime(ctx, { ...WHEN, week: FOUR, country: 'DE', region: 'BY' })
      return [(now) => removeWorkingTime(now, WHEN)]
    },
  },
  'day_off.added': { prepare: async () => [(now) => addDayOff(now, { ...DAY, name: 'Family & Friends' })] },
  'day_off.removed': {
    prepare: async (ctx) => {
      await addDayOff(ctx, { ...DAY, name: 'Family & Friends' })
      return [(now) => removeDayOff(now, DAY)]
    },
  },
}

testUndoOf(FAMILIES)
