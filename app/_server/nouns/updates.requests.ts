import { createIssue } from '#db/commands/issues/create.ts'
import { saveDraft } from '#db/commands/updates/drafts.ts'
import { previousIsoWeek } from '#lib/kit/iso-week.ts'
import { isoWeek } from '#lib/kit/plain-date.ts'
import { dayIn } from '#lib/kit/zone.ts'
import { type Means } from '../testing/means.ts'
import { type Requests } from '../testing/requests.ts'

const thisWeek = async ({ as, worker }: Means) => {
  const { group, now } = await as(worker)
  return { week: isoWeek(dayIn(group.zone, now)) }
}

/** An issue that the caller drives. */
const own = async (means: Means) => ({
  ...(await thisWeek(means)),
  subject: `issue-${await means.issue({ dri: means.worker })}`,
})

const texts = ({ word }: Means) => ({ progress: word(), blockers: '', next: word() })
const confidence = 'slightly' as const

export const requests: Requests = {
  rows: {
    'updates.week': { may: 'member', input: thisWeek },
    'updates.markdown': { may: 'member', input: thisWeek },
    'updates.read': { may: 'member', input: own },
    'updates.history': {
      may: 'member',
      input: async (means) => ({ subject: `issue-${await means.issue()}` }),
    },
    'updates.put': {
      may: 'update.post',
      input: async (means) => ({ ...(await own(means)), ...texts(means), confidence }),
    },
    'updates.post': {
      may: 'update.post',
      input: async (means) => {
        const { week, subject } = await own(means)
        return { week, updates: [{ subject, ...texts(means), confidence }] }
      },
    },
    'updates.save_draft': {
      may: 'update.post',
      input: async (means) => ({ ...(await own(means)), ...texts(means), confidence: null, version: 0 }),
    },
    'updates.take_over_draft': {
      may: 'update.post',
      input: async (means) => {
        const { week, subject } = await own(means)
        const from = previousIsoWeek(week)
        const { group } = await means.as(means.worker)
        const left = { group: group.slug, week: from, subject, ...texts(means), confidence, version: 0 }
        await saveDraft(await means.as(means.worker), left)
        return { week, subject, from, fromVersion: 1, version: 0 }
      },
    },
    'updates.discard_draft': { may: 'update.post', input: own },
  },
  names: {
    subject: {
      absent: 'issue-800001',
      theirs: async (em, group) => `issue-${(await createIssue(em, { group, title: 'theirs' })).card.ref}`,
    },
  },
  fields: {
    'updates.post.updates': [
      {
        noun: 'subject',
        inputFor: (subject) => [{ subject, progress: 'As it is.', blockers: '', next: '', confidence }],
      },
    ],
  },
  plain: ['week', 'from', 'fromVersion', 'updates', 'progress', 'blockers', 'next', 'confidence'],
}
