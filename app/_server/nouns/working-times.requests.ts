import { addDayOff, setWorkingTime } from '#db/commands/working-times.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import { somebody } from '../testing/factories.ts'
import { type Requests } from '../testing/requests.ts'
import { OURS, type Means } from '../testing/means.ts'

const WEEK = [2, 2, 2, 2, 0, 0, 0]
const BEGIN = '2031-01-01'
let taken = 0
/** A day that nothing was entered for yet. */
const freeDay = () => addDays(BEGIN, (taken += 1))

async function known(means: Means) {
  const where = { person: await somebody(means), from: freeDay() }
  await setWorkingTime(await means.as('em'), { group: OURS, ...where, week: WEEK })
  return where
}

async function dayOff(means: Means) {
  const day = freeDay()
  await addDayOff(await means.as('em'), { group: OURS, day, name: means.word() })
  return { day }
}

export const requests: Requests = {
  rows: {
    'working-times.list': { may: 'member', again: { from: BEGIN, to: '2031-02-01' } },
    'working-times.set': {
      may: 'working_time.others',
      input: async (means) => ({
        person: await somebody(means),
        from: freeDay(),
        country: 'DE',
        region: 'BY',
        week: WEEK,
      }),
    },
    'working-times.remove': { may: 'working_time.others', input: known },
    'working-times.add_day_off': {
      may: 'group.administer',
      input: ({ word }) => ({ day: freeDay(), name: word() }),
    },
    'working-times.remove_day_off': { may: 'group.administer', input: dayOff },
    'working-times.countries': { may: 'signed_in' },
  },
  names: {
    from: {
      absent: '2101-01-01',
      theirs: async (em, group) => {
        await setWorkingTime(em, { group, person: em.actor.handle, from: '2102-01-01', week: WEEK })
        return '2102-01-01'
      },
    },
    day: {
      absent: '2101-01-01',
      theirs: async (em, group) => {
        await addDayOff(em, { group, day: '2102-01-01', name: 'theirs' })
        return '2102-01-01'
      },
    },
  },
  plain: ['country', 'region', 'week', 'day', 'triageShare'],
}
