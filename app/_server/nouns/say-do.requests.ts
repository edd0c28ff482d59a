import { closeMilestone } from '#db/commands/closing/close.ts'
import { createMilestone } from '#db/commands/milestones.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import { OURS, type Means } from '../testing/means.ts'
import { ownDays } from '../testing/own-days.ts'
import type { Requests } from '../testing/requests.ts'

async function milestone(means: Means) {
  const title = means.word()
  const made = await createMilestone(await means.as('em'), { group: OURS, title, ...ownDays(title) })
  return { milestone: made.milestone.slug }
}

/** Two days of its own, long ago; its numbers are frozen. */
async function frozen(means: Means) {
  const title = means.word()
  const startOn = addDays('2005-01-01', Number(title.slice('word-'.length)) * 2)
  const em = await means.as('em')
  const days = { startOn, dueOn: addDays(startOn, 1) }
  const made = await createMilestone(em, { group: OURS, title, ...days })
  await closeMilestone(em, { group: OURS, milestone: made.milestone.slug, issues: [] })
  return { milestone: made.milestone.slug }
}

const series = () => ({ last: 12, by: 'weight' })

export const requests: Requests = {
  rows: {
    'say-do.read': { may: 'member', input: milestone },
    'say-do.export': { may: 'member', input: frozen },
    'say-do.list': { may: 'member', input: series, again: { last: 6 } },
    'say-do.export_series': { may: 'member', input: series, again: { last: 6 } },
    'say-do.write_series': { may: 'member', input: series, again: { last: 6 } },
    'say-do.organisation': { may: 'signed_in', input: () => ({ last: 12 }), again: { last: 6 } },
    'say-do.export_organisation': { may: 'signed_in', input: () => ({ last: 12 }), again: { last: 6 } },
  },
  plain: ['at', 'last', 'by', 'type'],
}
