import type { Random } from '#lib/kit/random.ts'
import type { Line, Topic } from './topic.ts'

/** Who drives the work of a functional team; whoever gives it more of their time is named more often. */
const DRIVERS: Record<string, readonly string[]> = {
  'model-selection': ['julie', 'julie', 'julie', 'manoj'],
  'health-connectivity': ['cindy', 'newick', 'cindy', 'newick', 'manoj'],
  'gateway-services': ['patrick', 'patrick', 'patrick', 'manoj'],
}
const EVERYBODY = ['julie', 'manoj', 'cindy', 'newick', 'patrick', 'mohamed']

/** The first DRI and the last: the same person, unless the line tells of a hand-over. Who speaks drives. */
export function drivers(topic: Topic, line: Line, random: Random): { dri: string; newDri: string } {
  const newDri = line.handOver?.to
  const eligible = (DRIVERS[topic.team ?? ''] ?? EVERYBODY).filter((one) => one !== newDri)
  const speaker = line.comments.map((comment) => comment.by).find((one) => eligible.includes(one))
  const dri = line.dri ?? speaker ?? random.pick(eligible)
  return { dri, newDri: newDri ?? dri }
}

type Need = { need: string; from: string }

const NEEDS: Record<string, readonly Need[]> = {
  'model-selection': [
    { need: 'Results of the last evaluation run', from: 'Model Evaluation Infra' },
    { need: 'Region names of the deployment', from: 'Duo Service Infra' },
  ],
  'health-connectivity': [
    { need: 'A gateway build with the new header', from: 'Duo Service Infra' },
    { need: 'A test environment behind a proxy', from: 'Duo Service Infra' },
  ],
  'gateway-services': [
    { need: 'Review of the event schema', from: 'Analytics Instrumentation' },
    { need: 'Answer on how refunds are booked', from: 'Fulfillment' },
  ],
}

/** What work of that team usually waits for, from the owners that the handbook names. */
export function whatTheyNeed(team: string | null, random: Random): Need {
  return random.pick(NEEDS[team ?? ''] ?? [{ need: 'An answer to a question', from: 'A counterpart team' }])
}
