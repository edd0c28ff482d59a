import { helpHand, raiseHand } from '#db/commands/hands/hands.ts'
import { OURS, type Means } from '../testing/means.ts'
import { inText, type Requests } from '../testing/requests.ts'

const SUBJECT = [inText('ref', 'issue-'), inText('epic', 'epic-')]

const ask = ({ word }: Means) => ({ kind: 'stuck' as const, ask: `I need help with ${word()}.` })

/** A hand of another engineer. */
const raised = async (means: Means) => {
  const by = await means.as(means.worker === 'engineer' ? 'em' : 'engineer')
  return (await raiseHand(by, { group: OURS, ...ask(means) })).hand.id
}
const helped = async (means: Means) => {
  const hand = await raised(means)
  await helpHand(await means.as(means.worker), { group: OURS, hand })
  return { hand }
}

export const requests: Requests = {
  rows: {
    'hands.list': { may: 'member' },
    'hands.raise': {
      may: 'hand.raise',
      input: async (means) => ({ ...ask(means), subject: `issue-${await means.issue()}` }),
    },
    'hands.help': { may: 'hand.raise', input: async (means) => ({ hand: await raised(means) }) },
    'hands.stop_helping': { may: 'hand.raise', input: helped },
    'hands.lower': {
      may: 'hand.raise',
      input: async (means) => ({ ...(await helped(means)), how: 'Found it together.' }),
    },
  },
  names: {
    hand: {
      absent: 800_001,
      theirs: async (em, group) =>
        (await raiseHand(em, { group, kind: 'stuck', ask: 'I need help with theirs.' })).hand.id,
    },
  },
  fields: { 'hands.list.subject': SUBJECT, 'hands.raise.subject': SUBJECT },
  plain: ['ask', 'how'],
}
