import { type Requests } from '../testing/requests.ts'

export const requests: Requests = {
  rows: {
    'search.find': { may: 'member', input: () => ({ q: 'slow' }) },
  },
}
