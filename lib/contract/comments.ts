import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { changed } from './issues.ts'
import { inGroup, issueRef, line, number, text } from './shapes.ts'

const one = { ...inGroup, ref: issueRef, comment: issueRef }

export const editComment = endpoint({
  id: 'comments.edit',
  method: 'PUT',
  path: '/groups/{group}/issues/{ref}/comments/{comment}',
  summary: 'Edit your comment as read in a version; editing an older version returns both texts (409, stale)',
  input: z.strictObject({ ...one, body: line(100_000), version: number }),
  output: changed,
})

export const reactToComment = endpoint({
  id: 'comments.react',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/comments/{comment}/reactions',
  summary:
    'Add or remove your emoji on a comment; on a comment that mentions you, it acknowledges the mention',
  input: z.strictObject({ ...one, emoji: text(64), on: z.boolean() }),
  output: changed,
})
