import type { Ctx } from '../context.ts'
import { type Families, testUndoOf } from '../testing/undoing.ts'
import { createBoard } from './boards/create.ts'
import { editBoard, placeBoard, removeBoard } from './boards/edit.ts'
import { changeGroup } from './groups-edit.ts'
import { changeLabel, createLabel, removeLabel } from './labels.ts'
import { removeView, renameView, saveView } from './views.ts'

const one = { group: 'custom-models' }
const SHAPE = {
  milestone: { rule: 'any' as const },
  labels: ['type::bug'],
  columns: [
    { label: 'workflow::in dev', wipCount: 3, wipWeight: null },
    { label: 'workflow::in review', wipCount: null, wipWeight: 5 },
  ],
}
const label = async (ctx: Ctx) =>
  Number((await createLabel(ctx, { ...one, title: 'area::one', hue: 12 })).label.id)
const board = async (ctx: Ctx) => (await createBoard(ctx, { ...one, ...SHAPE, title: 'Ours' })).slug
const VIEW = { ...one, title: 'Mine', place: 'issues', query: 'state=open', shared: true }

const FAMILIES: Families<'group' | 'label' | 'view' | 'board', 'label.renamed'> = {
  'group.changed': {
    prepare: async () => [
      (now) => changeGroup(now, { ...one, vision: 'Another.', focusFactor: 0.5, cadence: [] }),
      (now) =>
        changeGroup(now, {
          ...one,
          channels: [{ name: '#ours', purpose: 'To talk.' }],
          zone: 'Europe/Berlin',
        }),
    ],
  },
  'label.created': { prepare: async () => [label] },
  'label.changed': {
    prepare: async (ctx) => {
      const which = { ...one, label: await label(ctx) }
      return [
        (now) => changeLabel(now, { ...which, title: 'area::two', hue: 40, description: 'Of area two.' }),
        (now) => changeLabel(now, { ...which, title: 'three' }),
      ]
    },
  },
  'label.removed': {
    prepare: async (ctx) => {
      const which = { ...one, label: await label(ctx) }
      return [(now) => removeLabel(now, which)]
    },
  },
  'view.saved': { prepare: async () => [(now) => saveView(now, VIEW)] },
  'view.changed': {
    prepare: async (ctx) => {
      const { id: view } = await saveView(ctx, VIEW)
      return [
        (now) => renameView(now, { ...one, view, title: 'Ours', query: 'state=closed' }),
        (now) => renameView(now, { ...one, view, title: 'Theirs' }),
      ]
    },
  },
  'view.removed': {
    prepare: async (ctx) => {
      const { id: view } = await saveView(ctx, VIEW)
      return [(now) => removeView(now, { ...one, view })]
    },
  },
  'board.created': { prepare: async () => [board] },
  'board.edited': {
    prepare: async (ctx) => {
      const which = { ...one, ...SHAPE, board: await board(ctx) }
      const [first] = SHAPE.columns
      return [
        (now) =>
          editBoard(now, { ...which, title: 'Theirs', columns: first ? [first] : [], labels: ['spike'] }),
        (now) => editBoard(now, { ...which, title: 'Mine', milestone: { rule: 'fixed', slug: '18.9' } }),
      ]
    },
  },
  'board.placed': {
    prepare: async (ctx) => {
      const which = { ...one, board: await board(ctx) }
      return [
        (now) => placeBoard(now, { ...which, after: null }),
        (now) => placeBoard(now, { ...which, after: 'build' }),
      ]
    },
  },
  'board.removed': {
    prepare: async (ctx) => {
      const which = { ...one, board: await board(ctx) }
      return [(now) => removeBoard(now, which)]
    },
  },
}

testUndoOf(FAMILIES)
