'use client'

import { useQueryClient } from '@tanstack/react-query'

import { tellDone } from '#components/changes/undo.ts'
import { patchIssue } from '#components/changes/patch-issue.ts'
import { useTextEdit } from '#components/texts/use-text-edit.ts'
import { absorbCard } from '#components/changes/cache-sync.ts'
import { editComment } from '#lib/contract/comments.ts'
import type { Issue } from '#lib/contract/issues.ts'
import { writing } from '#lib/http/query.ts'

type Comment = Issue['comments'][number]

/** A comment of one's own, edited where it stands. */
export function useCommentEdit(group: string, ref: number, { id, body, version }: Comment) {
  const client = useQueryClient()
  return useTextEdit({
    group,
    place: `comment-${id}`,
    field: 'body',
    text: body,
    version,
    async save(words, from, key) {
      const input = { group, ref, comment: id, body: words, version: from }
      const { card, event } = await writing(editComment).mutationFn({ input, key })
      patchIssue(client, group, ref, (issue) => ({
        ...issue,
        comments: issue.comments.map((one) =>
          one.id === id ? { ...one, body: words.trim(), version: from + 1 } : one,
        ),
      }))
      absorbCard(client, group, card, event)
      tellDone(client, group, { event, text: 'Saved the comment.' })
      return from + 1
    },
  })
}
