import { somebody } from '../testing/factories.ts'
import { type Requests } from '../testing/requests.ts'

export const requests: Requests = {
  rows: {
    'people.list': { may: 'member' },
    'people.add': {
      may: 'member.edit',
      says: async (scene) => ({ person: await somebody(scene, []), role: 'engineer' }),
    },
    'people.remove': { may: 'member.edit', says: async (scene) => ({ person: await somebody(scene) }) },
    'people.give_role': {
      may: 'role.give',
      says: async (scene) => ({ person: await somebody(scene), role: 'counterpart' }),
    },
    'people.change_role': {
      may: 'role.give',
      says: async (scene) => ({ person: await somebody(scene), role: 'engineer', title: scene.word() }),
    },
    'people.take_role': {
      may: 'role.give',
      says: async (scene) => ({ person: await somebody(scene, ['engineer', 'pm']), role: 'pm' }),
    },
    'people.candidates': { may: 'member.edit' },
    'people.me': { may: 'signed_in' },
    'people.week': { may: 'member' },
    'people.settings': { may: 'signed_in' },
    'people.save_settings': { may: 'signed_in', says: () => ({ keys: false }) },
  },
}
