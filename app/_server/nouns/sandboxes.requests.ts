import { addSandboxChange } from '#db/commands/sandboxes/changes.ts'
import { openSandbox } from '#db/commands/sandboxes/open.ts'
import { createMilestone } from '#db/commands/milestones.ts'
import { readSandbox } from '#db/queries/sandbox-view.ts'
import { OURS, type Means } from '../testing/means.ts'
import { ownDays } from '../testing/own-days.ts'
import { type Requests } from '../testing/requests.ts'

/** The milestone of the other group, and what a sandbox is called in it. */
const THEIRS = { milestone: 'theirs', title: 'theirs' }

/** In two weeks of its own, so that it overlaps no other. */
async function milestone(means: Means) {
  const title = means.word()
  const days = ownDays(title)
  const made = await createMilestone(await means.as('em'), { group: OURS, title, ...days })
  return { milestone: made.milestone.slug, ...days }
}

async function sandbox(means: Means) {
  const { milestone: slug, startOn } = await milestone(means)
  const em = await means.as('em')
  const { sandbox } = await openSandbox(em, { group: OURS, milestone: slug, title: means.word() })
  return { input: { milestone: slug, sandbox }, startOn, em }
}

/** With a change that everyone who may apply it at all may apply: their own time off. */
async function changed(means: Means) {
  const { input, startOn, em } = await sandbox(means)
  const person = means.by === 'pm' ? 'pm' : 'em'
  const change = { what: 'timeOff' as const, person, from: startOn, to: startOn }
  const added = await addSandboxChange(em, { group: OURS, ...input, change })
  return { input, em, change: added.change }
}

export const requests: Requests = {
  rows: {
    'sandboxes.list': {
      may: 'member',
      input: async (means) => ({ milestone: (await milestone(means)).milestone }),
    },
    'sandboxes.open': {
      may: 'sandbox.edit',
      input: async (means) => ({ milestone: (await milestone(means)).milestone, title: means.word() }),
    },
    'sandboxes.read': {
      may: 'member',
      input: async (means) => {
        const { input, em } = await sandbox(means)
        const change = { what: 'candidate' as const, ref: await means.issue(), isIn: true }
        await addSandboxChange(em, { group: OURS, ...input, change })
        return input
      },
    },
    'sandboxes.add_change': {
      may: 'sandbox.edit',
      input: async (means) => ({
        ...(await sandbox(means)).input,
        change: { what: 'override', person: 'julie', team: null, weekOn: null, term: 'timeOff', value: 2 },
        reason: 'A course.',
      }),
    },
    'sandboxes.remove_change': {
      may: 'sandbox.edit',
      input: async (means) => {
        const { input, change } = await changed(means)
        return { ...input, change }
      },
    },
    'sandboxes.apply': {
      may: 'sandbox.edit',
      input: async (means) => {
        const { input, em } = await changed(means)
        return { ...input, seen: (await readSandbox(em, { group: OURS, ...input })).event }
      },
    },
    'sandboxes.drop': { may: 'sandbox.edit', input: async (means) => (await sandbox(means)).input },
  },
  names: {
    sandbox: {
      absent: 'no-such-sandbox',
      theirs: async (em, group) => (await openSandbox(em, { group, ...THEIRS })).sandbox,
    },
    change: {
      absent: 800_001,
      theirs: async (em, group) => {
        const { sandbox } = await openSandbox(em, { group, ...THEIRS })
        const change = { what: 'focus' as const, value: 0.5 }
        return (await addSandboxChange(em, { group, milestone: THEIRS.milestone, sandbox, change })).change
      },
    },
  },
  fields: {
    'sandboxes.add_change.change': [
      {
        noun: 'person',
        inputFor: (person) => ({ what: 'timeOff', person, from: '2030-01-07', to: '2031-01-06' }),
      },
      {
        noun: 'team',
        inputFor: (team) => ({
          what: 'override',
          person: 'julie',
          team,
          weekOn: null,
          term: 'share',
          value: 0.5,
        }),
      },
      {
        noun: 'person',
        inputFor: (person) => ({ what: 'timeOffCut', person, from: '2030-01-07', to: '2031-01-06' }),
      },
      { noun: 'ref', inputFor: (ref) => ({ what: 'candidate', ref: Number(ref), isIn: true }) },
      { noun: 'ref', inputFor: (ref) => ({ what: 'deliverable', ref: Number(ref), isIn: true }) },
    ],
  },
  plain: ['title', 'reason', 'seen', 'leaveOut', 'confirm', 'kind'],
}
