'use client'

import { useQueryClient } from '@tanstack/react-query'

import { useChange } from '#components/changes/use-change.ts'
import { useTextEdits } from '#components/texts/use-text-edits.ts'
import { editEpic, readEpic } from '#lib/contract/epics.ts'
import type { Epic } from '#lib/contract/epics.ts'
import { reading } from '#lib/http/query.ts'

/** The title and the description of an epic, each edited in its place. */
export function useEpicEdits(group: string, epic: Epic) {
  const client = useQueryClient()
  const change = useChange()
  const { number } = epic
  const save = async (texts: { title?: string; description?: string }, from: number, key: string) => {
    const input = { group, epic: number, ...texts, version: from }
    const { queryKey } = reading(readEpic, { group, epic: number })
    await change({
      endpoint: editEpic,
      input,
      key,
      throws: true,
      message:
        texts.title === undefined
          ? `Saved the description of &${number}.`
          : `&${number} is called “${texts.title}” now.`,
      apply: () => client.setQueryData<Epic>(queryKey, (now) => now && { ...now, ...texts }),
    })
    return client.getQueryData<Epic>(queryKey)?.version ?? from + 1
  }
  return useTextEdits(group, `epic-${number}`, epic, save)
}
