import { newest, say } from '../testing/factories.ts'
import { type Means } from '../testing/means.ts'
import { type Requests } from '../testing/requests.ts'

const comment = async (means: Means, ref: number) => {
  await say(means, ref)
  return newest(means, 'comments')
}

export const requests: Requests = {
  rows: {
    'comments.edit': {
      may: 'comment',
      input: async (means) => {
        const ref = await means.issue()
        return { ref, comment: await comment(means, ref), body: 'As it is.', version: 1 }
      },
    },
    'comments.react': {
      may: 'comment',
      input: async (means) => {
        const ref = await means.issue()
        return { ref, comment: await comment(means, ref), emoji: '👍', on: true }
      },
    },
  },
}
