import { editComment, reactToComment } from '#db/commands/comments.ts'
import * as comments from '#lib/contract/comments.ts'
import { bind } from '../bind.ts'

export const commentsHandlers = [
  bind(comments.editComment, (context, input) => editComment(context.ctx(), input)),
  bind(comments.reactToComment, (context, input) => reactToComment(context.ctx(), input)),
]
