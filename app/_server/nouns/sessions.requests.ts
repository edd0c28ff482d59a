import { sessionOf } from '../testing/fixtures.ts'
import { type Requests } from '../testing/requests.ts'

export const requests: Requests = {
  rows: {
    'sessions.list': { may: 'in_person' },
    'sessions.end': { may: 'in_person', input: async ({ by }) => ({ session: await sessionOf(by) }) },
    'sessions.end_others': { may: 'in_person' },
  },
}
