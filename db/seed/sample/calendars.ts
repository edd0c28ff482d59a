import { addDays } from '#lib/kit/plain-date.ts'
import { changeGroup } from '../../commands/groups-edit.ts'
import { addDayOff, setWorkingTime } from '../../commands/working-times.ts'
import { during } from './calendar.ts'
import { CURRENT, NEXT } from './outcome.ts'
import type { Act, Setting } from './timeline.ts'

const HOUR = 3_600_000
const MONDAY_TO_THURSDAY = [2, 2, 2, 2, 0, 0, 0]

/** Where the group is, the Family & Friends Day of the next milestone, and one person on a four-day week. */
export function calendarActs({ calendar }: Setting): Act[] {
  const friday = addDays(calendar.box(NEXT).startOn, 13)
  return [
    {
      at: new Date(calendar.first.getTime() + HOUR / 2),
      by: 'mohamed',
      run: (ctx) => changeGroup(ctx, { group: ctx.group.slug, country: 'US' }),
    },
    {
      at: during(calendar, CURRENT - 1, 0.6),
      by: 'newick',
      run: (ctx) =>
        setWorkingTime(ctx, {
          group: ctx.group.slug,
          person: 'newick',
          from: calendar.box(CURRENT).startOn,
          week: MONDAY_TO_THURSDAY,
          sample: true,
        }),
    },
    {
      at: during(calendar, CURRENT - 1, 0.9),
      by: 'mohamed',
      run: (ctx) =>
        addDayOff(ctx, { group: ctx.group.slug, day: friday, name: 'Family & Friends Day', sample: true }),
    },
  ]
}
