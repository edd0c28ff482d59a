import { type Requests } from '../testing/requests.ts'

export const requests: Requests = {
  rows: {
    'search.find': { may: 'member', says: () => ({ q: 'slow' }) },
  },
}
