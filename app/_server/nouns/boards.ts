import { keep } from '../keep.ts'
import { viewBoard } from '../view-board.ts'
import { createBoard } from '#db/commands/boards/create.ts'
import { editBoard, placeBoard, removeBoard } from '#db/commands/boards/edit.ts'
import { moveExcess } from '#db/commands/boards/excess.ts'
import { moveSeveral } from '#db/commands/boards/move-several.ts'
import { listShapes } from '#db/queries/board-shapes.ts'
import { listBoards } from '#db/queries/boards-list.ts'
import * as boards from '#lib/contract/boards.ts'
import * as several from '#lib/contract/several.ts'

export const boardsKept = [
  keep(boards.listBoards, (door) => listBoards(door.ctx())),
  keep(boards.listShapes, (door) => listShapes(door.ctx())),
  keep(boards.viewBoard, viewBoard),
  keep(boards.createBoard, (door, input) => createBoard(door.ctx(), input)),
  keep(boards.editBoard, (door, input) => editBoard(door.ctx(), input)),
  keep(boards.removeBoard, (door, input) => removeBoard(door.ctx(), input)),
  keep(boards.placeBoard, (door, input) => placeBoard(door.ctx(), input)),
  keep(several.moveSeveral, (door, input) => moveSeveral(door.ctx(), input)),
  keep(several.moveExcess, (door, input) => moveExcess(door.ctx(), input)),
]
