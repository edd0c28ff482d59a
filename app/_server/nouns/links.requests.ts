import { addLink } from '#db/commands/links.ts'
import { OURS } from '../testing/means.ts'
import { type Requests } from '../testing/requests.ts'

export const requests: Requests = {
  rows: {
    'links.list': { may: 'member' },
    'links.add': {
      may: 'issue.edit',
      input: async ({ issue }) => ({ role: 'relates', other: await issue() }),
    },
    'links.remove': {
      may: 'issue.edit',
      input: async ({ as, issue }) => {
        const link = { ref: await issue(), role: 'relates' as const, other: await issue() }
        await addLink(await as('em'), { group: OURS, ...link })
        return link
      },
    },
  },
}
