import { type Requests } from '../testing/requests.ts'

export const requests: Requests = {
  rows: {
    'dris.list': { may: 'member' },
    'dris.drift': { may: 'member' },
    'dris.unclaimed': { may: 'member' },
    'dris.no_volunteer': {
      may: 'issue.edit',
      input: async ({ issue }) => ({ ref: await issue(), reason: 'overloaded', note: 'Until the release.' }),
    },
  },
}
