import { createActivity } from '#db/commands/activities/activities.ts'
import { recordOccurrence } from '#db/commands/activities/record.ts'
import { shareActivity } from '#db/commands/activities/share.ts'
import type { Ctx } from '#db/context.ts'
import { createGroup } from '#db/commands/groups-create.ts'
import { listActivities } from '#db/queries/activities.ts'
import { addDays, type PlainDate, weekday } from '#lib/kit/plain-date.ts'
import { OURS, type Means } from '../testing/means.ts'
import { one, type Requests } from '../testing/requests.ts'

/** A Tuesday of some weeks ago, by the clock of the tests. */
const tuesday = (): PlainDate => {
  const today = new Date().toISOString().slice(0, 10)
  return addDays(today, -13 - weekday(addDays(today, -1)))
}
const WEEKLY = { kind: 'shared_review', every: 'week', day: weekday(tuesday()) } as const

const added = async (means: Means) => {
  const wanted = { group: OURS, name: means.word(), ...WEEKLY, from: tuesday() }
  return { activity: (await createActivity(await means.as('em'), wanted)).activity.id }
}
let skipped = 0
/** A day to come that no other activity skips. */
const dayToSkip = () => addDays(tuesday(), 7 * (10 + (skipped += 1)))
const SKIP = { state: 'skipped', note: 'A holiday.' } as const

const recorded = async (means: Means) => {
  const { activity } = await added(means)
  const day = dayToSkip()
  await recordOccurrence(await means.as('em'), { group: OURS, activity, day, ...SKIP })
  return { activity, occurrence: day }
}

/** A group of its own, which has the same engineering manager. */
async function counterpart(means: Means): Promise<{ em: Ctx; slug: string }> {
  const em = await means.as('em')
  const slug = means.word()
  const { actor, now } = await means.as('admin')
  await createGroup({ actor, now }, { name: slug, slug, zone: 'UTC', em: 'em' })
  const { rows } = await em.db.query<{ id: number }>('select id from groups where slug = $1', [slug])
  return { em: { ...em, group: { id: rows[0]?.id ?? 0, slug, name: slug, zone: 'UTC' } }, slug }
}

const asked = async (means: Means) => {
  const [{ activity }, { slug }] = [await added(means), await counterpart(means)]
  await shareActivity(await means.as('em'), { group: OURS, activity, counterpart: slug })
  return { activity }
}

/** What another group offers to share with ours. */
async function offered(means: Means) {
  const { em, slug } = await counterpart(means)
  const wanted = { group: slug, name: means.word(), ...WEEKLY }
  const { activity } = await createActivity(em, wanted)
  await shareActivity(em, { group: slug, activity: activity.id, counterpart: OURS })
  const { offers } = await listActivities(await means.as('em'))
  return { activity: offers.find(({ name }) => name === wanted.name)?.id ?? 0 }
}

export const requests: Requests = {
  rows: {
    'activities.list': { may: 'member' },
    'activities.create': { may: 'activity.edit', input: ({ word }) => ({ ...WEEKLY, name: word() }) },
    'activities.edit': {
      may: 'activity.edit',
      input: async (means) => ({ ...(await added(means)), name: means.word() }),
    },
    'activities.remove': { may: 'activity.edit', input: added },
    'activities.occurrences': { may: 'member', input: added },
    'activities.record': {
      may: 'activity.record',
      input: async (means) => ({ ...(await added(means)), day: tuesday(), state: 'happened' }),
    },
    'activities.withdraw': { may: 'activity.record', input: recorded },
    'activities.share': {
      may: 'activity.edit',
      input: async (means) => ({ ...(await added(means)), counterpart: (await counterpart(means)).slug }),
    },
    'activities.answer_share': {
      may: 'activity.edit',
      input: async (means) => ({ ...(await offered(means)), accept: true, owner: null }),
    },
    'activities.end_share': { may: 'activity.edit', input: asked },
  },
  fields: {
    'activities.create.owner': one('person'),
    'activities.edit.owner': one('person'),
    'activities.answer_share.owner': one('person'),
    'activities.share.counterpart': one('group'),
  },
  plain: ['nth', 'at', 'every', 'rhythm', 'link', 'replace', 'accept'],
  names: {
    activity: {
      absent: 800_001,
      theirs: async (em, group) =>
        (await createActivity(em, { ...WEEKLY, group, name: 'theirs' })).activity.id,
    },
    occurrence: {
      absent: '2101-01-01',
      theirs: async (em, group) => {
        const wanted = { ...WEEKLY, group, name: 'theirs as well', from: tuesday() }
        const { activity } = await createActivity(em, wanted)
        const day = dayToSkip()
        await recordOccurrence(em, { group, activity: activity.id, day, ...SKIP })
        return day
      },
    },
  },
}
