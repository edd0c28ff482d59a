import { createShare } from '#db/commands/shares.ts'
import { OURS, type Means } from '../testing/means.ts'
import { type Requests } from '../testing/requests.ts'

const shared = ({ word }: Means) => ({ what: 'say_do' as const, name: word(), lastOn: '2099-12-31' })

export const requests: Requests = {
  rows: {
    'shares.list': { may: 'share.revoke' },
    'shares.create': { may: 'share.create', input: shared, shownOnce: true },
    'shares.revoke': {
      may: 'share.revoke',
      input: async (means) => ({
        share: (await createShare(await means.as('em'), { group: OURS, ...shared(means) })).share.id,
      }),
    },
  },
  names: {
    share: {
      absent: 800_001,
      theirs: async (em, group) =>
        (await createShare(em, { group, what: 'ownership', name: 'Theirs' })).share.id,
    },
  },
  plain: ['what', 'lastOn'],
}
