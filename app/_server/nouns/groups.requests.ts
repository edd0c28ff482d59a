import { type Requests } from '../testing/requests.ts'

export const requests: Requests = {
  rows: {
    'groups.list': { may: 'signed_in' },
    'groups.read': { may: 'member' },
    'groups.found': { may: 'group.found', input: ({ word }) => ({ name: word(), zone: 'UTC', em: 'julie' }) },
    'groups.change': { may: 'group.administer', input: ({ word }) => ({ channel: word() }) },
    'groups.remove_sample': { may: 'group.administer', again: 'there is no other' },
  },
  plain: ['refinementDay', 'refinementHour', 'syncDay', 'syncTime', 'syncMinutes', 'updateDay'],
}
