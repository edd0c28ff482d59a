import { somebody } from '../testing/factories.ts'
import { type Requests } from '../testing/requests.ts'

export const requests: Requests = {
  rows: {
    'people.list': { may: 'member' },
    'people.add': {
      may: 'member.edit',
      input: async (means) => ({ person: await somebody(means, []), role: 'engineer' }),
    },
    'people.remove': { may: 'member.edit', input: async (means) => ({ person: await somebody(means) }) },
    'people.give_role': {
      may: 'role.give',
      input: async (means) => ({ person: await somebody(means), role: 'counterpart' }),
    },
    'people.change_role': {
      may: 'role.give',
      input: async (means) => ({ person: await somebody(means), role: 'engineer', title: means.word() }),
    },
    'people.take_role': {
      may: 'role.give',
      input: async (means) => ({ person: await somebody(means, ['engineer', 'pm']), role: 'pm' }),
    },
    'people.candidates': { may: 'member.edit' },
    'people.me': { may: 'signed_in' },
    'people.week': { may: 'member' },
    'people.settings': { may: 'signed_in' },
    'people.save_settings': { may: 'signed_in', input: () => ({ keys: false }) },
  },
}
