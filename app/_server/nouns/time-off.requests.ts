import { setFeed } from '#db/commands/calendar-feeds.ts'
import { addTimeOff } from '#db/commands/time-off.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import { OURS, type Means } from '../testing/means.ts'
import { type Requests } from '../testing/requests.ts'

/** Days of its own, so that it joins no other. */
function away({ word }: Means) {
  const day = addDays('2031-01-06', Number(word().slice(5)) * 3)
  return { from: day, to: day, kind: 'other' as const }
}

/** Of the person who asks, if they have time off here. */
const entry = async (means: Means) => ({
  entry: (await addTimeOff(await means.as(means.worker), { group: OURS, ...away(means) })).entry.id,
})

export const requests: Requests = {
  rows: {
    'time-off.list': { may: 'member' },
    'time-off.add': { may: 'pto.own', input: away },
    'time-off.edit': {
      may: 'pto.own',
      input: async (means) => ({ ...(await entry(means)), note: means.word() }),
    },
    'time-off.remove': { may: 'pto.own', input: entry },
    'time-off.import': {
      may: 'pto.own',
      input: (means) => ({ apply: [{ ...away(means), fromNoon: false, untilNoon: false }] }),
    },
    'time-off.feeds': { may: 'member' },
    'time-off.set_feed': {
      may: 'member',
      input: () => ({ of: 'me', on: true }),
      again: { of: 'group' },
      shownOnce: true,
    },
    'time-off.set_feed_parts': {
      may: 'member',
      input: async (means) => {
        await setFeed(await means.as(means.by), { group: OURS, of: 'me', on: true })
        return { of: 'me', parts: ['away', 'syncs', 'updates', 'milestones', 'activities', 'shifts'] }
      },
      again: { parts: ['away'] },
    },
  },
  names: {
    entry: {
      absent: 800_001,
      theirs: async (em, group) =>
        (await addTimeOff(em, { group, from: '2031-01-06', to: '2031-01-06', kind: 'other' })).entry.id,
    },
  },
  plain: ['fromNoon', 'untilNoon', 'file', 'apply', 'of', 'on', 'parts'],
}
