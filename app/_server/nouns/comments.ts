import { editComment, reactToComment } from '#db/commands/comments.ts'
import * as comments from '#lib/contract/comments.ts'
import { keep } from '../keep.ts'

export const commentsKept = [
  keep(comments.editComment, (door, input) => editComment(door.ctx(), input)),
  keep(comments.reactToComment, (door, input) => reactToComment(door.ctx(), input)),
]
