'use client'

import { useQueryClient } from '@tanstack/react-query'

import { useChange } from '#components/changes/use-change.ts'
import { patchIssue } from '#components/changes/patch-issue.ts'
import { useTextEdit } from '#components/texts/use-text-edit.ts'
import { editComment } from '#lib/contract/comments.ts'
import type { Issue } from '#lib/contract/issues.ts'

type Comment = Issue['comments'][number]

/** A comment of one's own, edited where it stands. */
export function useCommentEdit(group: string, ref: number, { id, body, version }: Comment) {
  const client = useQueryClient()
  const change = useChange()
  return useTextEdit({
    group,
    place: `comment-${id}`,
    field: 'body',
    text: body,
    version,
    async save(typed, from, key) {
      const input = { group, ref, comment: id, body: typed, version: from }
      await change({
        endpoint: editComment,
        input,
        key,
        throws: true,
        message: 'Saved the comment.',
        apply: () =>
          patchIssue(client, group, ref, (issue) => ({
            ...issue,
            comments: issue.comments.map((one) =>
              one.id === id ? { ...one, body: typed.trim(), version: from + 1 } : one,
            ),
          })),
      })
      return from + 1
    },
  })
}
