import { type Requests } from '../testing/requests.ts'

export const requests: Requests = {
  rows: {
    'inbox.list': { may: 'member' },
    'inbox.count': { may: 'member' },
    'inbox.done': { may: 'member', input: () => ({ events: [1] }), again: { events: [900_001] } },
    'inbox.snooze': {
      may: 'member',
      input: () => ({ events: [1], until: 'tomorrow' }),
      again: { events: [900_001] },
    },
    'inbox.watching': { may: 'member' },
  },
}
