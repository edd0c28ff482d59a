import { createEpic } from '#db/commands/epics.ts'
import { noteCall } from '#db/commands/calls/calls.ts'
import { OURS, type Means } from '../testing/means.ts'
import { inText, list, type Requests } from '../testing/requests.ts'

const SUBJECT = [inText('ref', 'issue-'), inText('epic', 'epic-')]

const call = ({ word }: Means) => ({
  day: '2026-01-05',
  people: ['em', 'engineer'],
  outcome: `We agreed on ${word()}.`,
  why: 'Three rounds of comments went past each other.',
})

const noted = async (means: Means) => {
  const by = await means.as(means.worker)
  const subject = `issue-${await means.issue()}`
  return { call: (await noteCall(by, { group: OURS, subject, ...call(means) })).call.id }
}

export const requests: Requests = {
  rows: {
    'calls.list': { may: 'member' },
    'calls.note': {
      may: 'call.note',
      input: async (means) => ({ ...call(means), subject: `issue-${await means.issue()}` }),
    },
    'calls.edit': {
      may: 'call.note',
      input: async (means) => ({ ...(await noted(means)), outcome: means.word() }),
    },
    'calls.remove': { may: 'call.note', input: noted },
  },
  names: {
    call: {
      absent: 800_001,
      theirs: async (em, group) => {
        const people = [em.actor.handle, 'their-new-dri']
        const subject = `epic-${(await createEpic(em, { title: 'Talked over' })).number}`
        const said = { day: '2026-01-05', outcome: 'Agreed.', why: 'Comments went past each other.' }
        return (await noteCall(em, { group, subject, people, ...said })).call.id
      },
    },
  },
  fields: {
    'calls.list.subject': SUBJECT,
    'calls.note.subject': SUBJECT,
    'calls.note.people': list('person'),
    'calls.edit.people': list('person'),
  },
  plain: ['outcome', 'why', 'recording'],
}
