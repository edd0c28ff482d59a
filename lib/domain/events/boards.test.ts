import type { BoardData } from '../board-shapes.ts'
import { boardEvents } from './boards.ts'
import { expectSentences } from './testing/sentences.ts'

const build = { id: 'b', title: 'Build' }
const shape: BoardData = {
  slug: 'reviews',
  title: 'Reviews',
  kind: 'custom',
  rule: 'current',
  milestoneId: null,
  position: 5,
  labels: [],
  columns: [],
}

expectSentences(boardEvents, {
  'board.created': [{ board: build, shape }, 'created the board “Build”'],
  'board.edited': [
    {
      board: { id: '5', title: 'Reviews' },
      changed: ['title', 'filter', 'columns'],
      from: { ...shape, title: 'In review' },
      to: shape,
    },
    'renamed the board “In review” to “Reviews” and changed its filter and columns',
  ],
  'board.removed': [{ board: { id: '5', title: 'Reviews' }, shape }, 'removed the board “Reviews”'],
  'board.placed': [
    { board: { id: '5', title: 'Reviews' }, behind: null, order: [5] },
    'moved the board “Reviews” in the list of boards',
  ],
})
