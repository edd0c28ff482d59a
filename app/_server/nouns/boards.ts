import { bind } from '../bind.ts'
import { viewBoard } from '../view-board.ts'
import { createBoard } from '#db/commands/boards/create.ts'
import { editBoard, placeBoard, removeBoard } from '#db/commands/boards/edit.ts'
import { moveExcess } from '#db/commands/boards/excess.ts'
import { bulkMove } from '#db/commands/boards/bulk-move.ts'
import { listShapes } from '#db/queries/board-shapes.ts'
import { listBoards } from '#db/queries/boards-list.ts'
import * as boards from '#lib/contract/boards.ts'
import * as bulk from '#lib/contract/bulk.ts'

export const boardsHandlers = [
  bind(boards.listBoards, (context) => listBoards(context.ctx())),
  bind(boards.listShapes, (context) => listShapes(context.ctx())),
  bind(boards.viewBoard, viewBoard),
  bind(boards.createBoard, (context, input) => createBoard(context.ctx(), input)),
  bind(boards.editBoard, (context, input) => editBoard(context.ctx(), input)),
  bind(boards.removeBoard, (context, input) => removeBoard(context.ctx(), input)),
  bind(boards.placeBoard, (context, input) => placeBoard(context.ctx(), input)),
  bind(bulk.bulkMove, (context, input) => bulkMove(context.ctx(), input)),
  bind(bulk.moveExcess, (context, input) => moveExcess(context.ctx(), input)),
]
