import { raisePushBack } from '#db/commands/push-backs/raise.ts'
import { OURS, type Means } from '../testing/means.ts'
import { inText, type Requests } from '../testing/requests.ts'

const WORK = [inText('ref', 'issue-'), inText('epic', 'epic-'), inText('milestone', 'milestone-')]

/** A push-back on an issue of its own, which waits for a decision. */
async function raised(means: Means) {
  const [em, ref] = [await means.as('em'), await means.issue()]
  const { pushBack } = await raisePushBack(em, { group: OURS, work: `issue-${ref}`, reason: means.word() })
  return { pushBack: pushBack.id, version: pushBack.version }
}

export const requests: Requests = {
  rows: {
    'push-backs.list': {
      may: 'member',
      input: async (means) => {
        await raised(means)
        return { q: 'a migration' }
      },
      again: { q: 'a release' },
    },
    'push-backs.read': {
      may: 'member',
      input: async (means) => ({ pushBack: (await raised(means)).pushBack }),
    },
    'push-backs.resembling': { may: 'member', input: ({ word }) => ({ title: word() }) },
    'push-backs.raise': {
      may: 'push_back.raise',
      input: async ({ issue, epic, word }) => ({
        work: `issue-${await issue()}`,
        reason: word(),
        protects: [`epic-${epic}`],
        wouldChange: 'A customer who waits for it.',
      }),
    },
    'push-backs.decide': {
      may: 'push_back.decide',
      input: async (means) => ({ ...(await raised(means)), decision: 'accepted', note: means.word() }),
    },
  },
  names: {
    pushBack: {
      absent: 800_002,
      theirs: async (em, group) =>
        (await raisePushBack(em, { group, work: 'milestone-theirs', reason: 'Theirs.' })).pushBack.id,
    },
  },
  fields: {
    work: WORK,
    protects: WORK.map(({ noun, inputFor }) => ({ noun, inputFor: (name) => [inputFor(name)] })),
    'push-backs.decide.move': [{ noun: 'milestone', inputFor: (milestone) => ({ milestone }) }],
  },
  plain: ['decision', 'move', 'protects', 'revisitOn', 'wouldChange'],
}
