'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'

import { absorbCard } from '#components/shell/absorb.ts'
import { newKey } from '#components/shell/new-key.ts'
import { toast } from '#components/shell/toasts.ts'
import { withTask } from '#components/ui/markdown-blocks.ts'
import { editIssue } from '#lib/contract/issues.ts'
import type { Issue } from '#lib/contract/issues.ts'
import { readQuickActions } from '#lib/domain/quick-actions.ts'
import { writing } from '#lib/http/query.ts'

import { wordsOf } from './deeds.ts'
import { patchIssue } from './patch-issue.ts'
import { useTextEdit } from './use-text-edit.ts'

type Texts = Partial<Pick<Issue, 'title' | 'description'>>

/** The title and the description of an issue, each edited in its place. */
export function useIssueEdits(group: string, issue: Issue) {
  const client = useQueryClient()
  const { ref, title, description, version } = issue
  const save = (texts: Texts, from: number, key: string) =>
    saveTexts(client, { group, ref, ...texts, version: from }, key)
  return {
    /** Ticks off the task that begins on a line of the description, or opens it again. */
    async tick(line: number, done: boolean) {
      const ticked = withTask(description, line, done)
      patchIssue(client, group, ref, (now) => ({ ...now, description: ticked }))
      try {
        await save({ description: ticked }, version, newKey())
      } catch (error) {
        patchIssue(client, group, ref, (now) => ({ ...now, description }))
        toast({ text: wordsOf(error), tone: 'refused' })
      }
    },
    title: useTextEdit({
      group,
      place: `issue-${ref}-title`,
      field: 'title',
      text: title,
      version,
      save: (words, from, key) => save({ title: words.trim() }, from, key),
    }),
    description: useTextEdit({
      group,
      place: `issue-${ref}-description`,
      field: 'description',
      text: description,
      version,
      save: (words, from, key) => save({ description: words }, from, key),
    }),
  }
}

type Sent = Texts & { group: string; ref: number; version: number }

async function saveTexts(client: QueryClient, sent: Sent, key: string) {
  const { card, warnings, event } = await writing(editIssue).mutationFn({ input: sent, key })
  const { group, ref, title, description } = sent
  patchIssue(client, group, ref, (issue) => ({
    ...issue,
    ...card,
    ...(description === undefined ? {} : { description: readQuickActions(description).text }),
  }))
  absorbCard(client, group, card, event)
  toast({
    text:
      title === undefined ? `Saved the description of #${ref}.` : `#${ref} is called “${card.title}” now.`,
    warnings: warnings.map(({ because }) => because),
  })
}
