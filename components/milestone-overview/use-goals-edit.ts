'use client'

import { useQueryClient } from '@tanstack/react-query'

import { useChange } from '#components/changes/use-change.ts'
import { useTextEdit } from '#components/texts/use-text-edit.ts'
import { editGoals, readMilestone } from '#lib/contract/milestone-overview.ts'
import type { Overview } from '#lib/contract/milestone-overview.ts'
import { reading } from '#lib/http/query.ts'

/** The goals of a milestone, edited where they stand. */
export function useGoalsEdit(group: string, { milestone: { slug, title }, goals, goalsVersion }: Overview) {
  const client = useQueryClient()
  const change = useChange()
  const save = async (text: string, version: number, key: string) => {
    const { queryKey } = reading(readMilestone, { group, milestone: slug })
    await change({
      endpoint: editGoals,
      input: { group, milestone: slug, goals: text, version },
      key,
      throws: true,
      message: `Saved the goals of ${title}.`,
      apply: () => client.setQueryData<Overview>(queryKey, (now) => now && { ...now, goals: text }),
    })
    return client.getQueryData<Overview>(queryKey)?.goalsVersion ?? version + 1
  }
  return useTextEdit({
    group,
    place: `milestone-${slug}-goals`,
    field: 'goals',
    text: goals,
    version: goalsVersion,
    save,
  })
}
