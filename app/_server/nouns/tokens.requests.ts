import { tokenOf } from '../testing/fixtures.ts'
import { type Requests } from '../testing/requests.ts'

export const requests: Requests = {
  rows: {
    'tokens.list': { may: 'in_person' },
    'tokens.create': {
      may: 'in_person',
      input: ({ word }) => ({ title: word(), scope: 'read', days: 1 }),
      shownOnce: true,
    },
    'tokens.revoke': { may: 'in_person', input: async ({ by }) => ({ token: (await tokenOf(by)).token.id }) },
  },
}
