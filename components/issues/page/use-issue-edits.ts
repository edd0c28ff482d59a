'use client'

import { useQueryClient } from '@tanstack/react-query'

import { newKey } from '#components/shell/new-key.ts'
import { toast } from '#components/shell/toasts.ts'
import { withTask } from '#lib/kit/markdown/tasks.ts'
import type { Issue } from '#lib/contract/issues.ts'

import { wordsOf } from '#components/changes/send.ts'
import { patchIssue } from '#components/changes/patch-issue.ts'
import { saveTexts } from '#components/texts/save-texts.ts'
import type { Texts } from '#components/texts/save-texts.ts'
import { useTextEdits } from '#components/texts/use-text-edits.ts'

/** The title and the description of an issue, each edited in its place. */
export function useIssueEdits(group: string, issue: Issue) {
  const client = useQueryClient()
  const { ref, description, version } = issue
  const save = (texts: Texts, from: number, key: string) =>
    saveTexts(client, { group, ref, ...texts, version: from }, key)
  return {
    /** Ticks off the task that begins at a place of the description, or opens it again. */
    async tick(at: number, done: boolean) {
      const ticked = withTask(description, at, done)
      patchIssue(client, group, ref, (now) => ({ ...now, description: ticked }))
      try {
        await save({ description: ticked }, version, newKey())
      } catch (error) {
        patchIssue(client, group, ref, (now) => ({ ...now, description }))
        toast({ text: wordsOf(error), tone: 'refused' })
      }
    },
    ...useTextEdits(group, `issue-${ref}`, issue, save),
  }
}
