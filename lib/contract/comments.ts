import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { changed } from './issues.ts'
import { inGroup, issueRef, line, number, text } from './shapes.ts'

const one = { ...inGroup, ref: issueRef, comment: issueRef }

export const editComment = endpoint({
  id: 'comments.edit',
  method: 'PUT',
  path: '/groups/{group}/issues/{ref}/comments/{comment}',
  summary:
    'Edit a comment of yours as it was in a version; an older one is answered with both texts (409, stale)',
  input: z.strictObject({ ...one, body: line(100_000), version: number }),
  output: changed,
})

export const reactToComment = endpoint({
  id: 'comments.react',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/comments/{comment}/reactions',
  summary:
    'Put an emoji of yours on a comment, or take it off; on a comment that mentions you it acknowledges it',
  input: z.strictObject({ ...one, emoji: text(64), on: z.boolean() }),
  output: changed,
})
