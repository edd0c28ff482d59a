import { createMilestone } from '#db/commands/milestones.ts'
import { createPlanningIssue } from '#db/commands/planning-issue/create.ts'
import { freezePlanning } from '#db/commands/planning-issue/freeze.ts'
import { readPlanningTemplate } from '#db/queries/planning-template.ts'
import { OURS, type Means } from '../testing/means.ts'
import { ownDays } from '../testing/own-days.ts'
import { type Requests } from '../testing/requests.ts'

/** In two weeks of its own, so that it overlaps no other. */
async function milestone(means: Means) {
  const title = means.word()
  const wanted = { group: OURS, title, ...ownDays(title) }
  return { milestone: (await createMilestone(await means.as('em'), wanted)).milestone.slug }
}

/** A milestone with its planning issue. */
async function planned(means: Means) {
  const made = await milestone(means)
  await createPlanningIssue(await means.as('em'), { group: OURS, ...made })
  return made
}

async function frozen(means: Means) {
  const made = await planned(means)
  await freezePlanning(await means.as('em'), { group: OURS, ...made })
  return made
}

const PRIORITY = { kind: 'issue', teams: [], goal: 'It is quick.' }

export const requests: Requests = {
  rows: {
    'planning-issue.read': { may: 'member', input: planned },
    'planning-issue.create': { may: 'planning.issue', input: milestone },
    'planning-issue.priorities': { may: 'member', input: planned },
    'planning-issue.set_priorities': {
      may: 'planning.issue',
      input: async (means) => ({
        ...(await planned(means)),
        priorities: [{ kind: 'issue', number: await means.issue(), teams: [], goal: 'It is quick.' }],
        was: [],
      }),
    },
    'planning-issue.post_capacity': { may: 'capacity.post', input: planned },
    'planning-issue.freeze': { may: 'planning.issue', input: planned },
    'planning-issue.unfreeze': { may: 'planning.issue', input: frozen },
    'planning-issue.template': { may: 'member' },
    'planning-issue.edit_template': {
      may: 'planning.issue',
      input: async (means) => ({
        title: 'Planning, {{milestone}}',
        body: means.word(),
        version: (await readPlanningTemplate(await means.as('em'), {})).template.version,
      }),
    },
  },
  fields: {
    priorities: [
      { noun: 'ref', inputFor: (number) => [{ ...PRIORITY, number }] },
      { noun: 'epic', inputFor: (number) => [{ ...PRIORITY, kind: 'epic', number }] },
    ],
  },
  plain: ['was', 'version', 'title', 'body'],
}
