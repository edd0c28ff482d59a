import { handleOf } from './people.undo.ts'
import type { UndoHandlers } from './undo-handler.ts'
import { addDayOff, removeDayOff, removeWorkingTime, setWorkingTime } from './working-times.ts'

export const workingTimesUndo: UndoHandlers<'working_time' | 'day_off'> = {
  'working_time.set': async (ctx, { data: { person, from, was, reopened = [] } }) => {
    const where = { group: ctx.group.slug, person: await handleOf(ctx, person.id), from, back: reopened }
    return was ? setWorkingTime(ctx, { ...where, ...kept(was) }) : removeWorkingTime(ctx, where)
  },
  'working_time.removed': async (ctx, { data: { person, from, reopened = [], ...was } }) =>
    setWorkingTime(ctx, {
      group: ctx.group.slug,
      person: await handleOf(ctx, person.id),
      from,
      back: reopened,
      ...kept(was),
    }),
  'day_off.added': (ctx, { data: { day } }) => removeDayOff(ctx, { group: ctx.group.slug, day }),
  'day_off.removed': (ctx, { data: { day, name } }) => addDayOff(ctx, { group: ctx.group.slug, day, name }),
}

const kept = ({ country, region, week }: { country: string; region: string; week: readonly number[] }) => ({
  country,
  region,
  week: [...week],
})
