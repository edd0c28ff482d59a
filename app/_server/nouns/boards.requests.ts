import { createBoard } from '#db/commands/boards/create.ts'
import { OURS, type Means } from '../testing/means.ts'
import { type Requests } from '../testing/requests.ts'

const SHAPE = {
  milestone: { rule: 'any' as const },
  labels: ['type::bug'],
  columns: [{ label: 'workflow::in dev', wipCount: null, wipWeight: null }],
}

const newBoard = async (means: Means) => ({
  board: (await createBoard(await means.as('em'), { ...SHAPE, group: OURS, title: means.word() })).slug,
})

export const requests: Requests = {
  rows: {
    'boards.list': { may: 'see.boards' },
    'boards.shapes': { may: 'see.boards' },
    'boards.view': { may: 'see.boards', input: () => ({ board: 'build' }) },
    'boards.create': { may: 'board.edit', input: ({ word }) => ({ ...SHAPE, title: word() }) },
    'boards.edit': {
      may: 'board.edit',
      input: async (means) => ({ ...(await newBoard(means)), ...SHAPE, title: means.word() }),
    },
    'boards.remove': { may: 'board.edit', input: newBoard },
    'boards.place': {
      may: 'board.edit',
      input: async (means) => ({ ...(await newBoard(means)), after: null }),
    },
    'boards.bulk_move': {
      may: 'card.move',
      input: async ({ issue }) => ({
        board: 'next-1-3',
        refs: [await issue({ milestone: 'next-1-3' })],
        to: 'closed',
      }),
    },
    'boards.move_excess': {
      may: 'planning.order',
      input: async ({ issue }) => ({ board: 'planning', to: 'next-1-3', refs: [await issue()] }),
    },
  },
}
