import { newest, say } from '../testing/factories.ts'
import { type Scene } from '../testing/scene.ts'
import { type Requests } from '../testing/requests.ts'

const comment = async (scene: Scene, ref: number) => {
  await say(scene, ref)
  return newest(scene, 'comments')
}

export const requests: Requests = {
  rows: {
    'comments.edit': {
      may: 'comment',
      says: async (scene) => {
        const ref = await scene.issue()
        return { ref, comment: await comment(scene, ref), body: 'As it is.', version: 1 }
      },
    },
    'comments.react': {
      may: 'comment',
      says: async (scene) => {
        const ref = await scene.issue()
        return { ref, comment: await comment(scene, ref), emoji: '👍', on: true }
      },
    },
  },
}
