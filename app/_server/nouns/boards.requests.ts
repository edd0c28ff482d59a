import { createBoard } from '#db/commands/boards/create.ts'
import { OURS, type Scene } from '../testing/scene.ts'
import { type Requests } from '../testing/requests.ts'

const SHAPE = {
  milestone: { rule: 'any' as const },
  labels: ['type::bug'],
  columns: [{ label: 'workflow::in dev', wipCount: null, wipWeight: null }],
}

const newBoard = async (scene: Scene) => ({
  board: (await createBoard(await scene.as('em'), { ...SHAPE, group: OURS, title: scene.word() })).slug,
})

export const requests: Requests = {
  rows: {
    'boards.list': { may: 'see.boards' },
    'boards.shapes': { may: 'see.boards' },
    'boards.view': { may: 'see.boards', says: () => ({ board: 'build' }) },
    'boards.create': { may: 'board.edit', says: ({ word }) => ({ ...SHAPE, title: word() }) },
    'boards.edit': {
      may: 'board.edit',
      says: async (scene) => ({ ...(await newBoard(scene)), ...SHAPE, title: scene.word() }),
    },
    'boards.remove': { may: 'board.edit', says: newBoard },
    'boards.place': {
      may: 'board.edit',
      says: async (scene) => ({ ...(await newBoard(scene)), after: null }),
    },
    'boards.move_several': {
      may: 'card.move',
      says: async ({ issue }) => ({
        board: 'next-1-3',
        refs: [await issue({ milestone: 'next-1-3' })],
        to: 'closed',
      }),
    },
    'boards.move_excess': {
      may: 'planning.order',
      says: async ({ issue }) => ({ board: 'planning', to: 'next-1-3', refs: [await issue()] }),
    },
  },
}
