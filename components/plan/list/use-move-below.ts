'use client'

import { useQueryClient } from '@tanstack/react-query'

import { useActor } from '#components/shell/use-group.ts'
import type { Plan } from '#lib/contract/plan.ts'

type Place = Plan['cut']['places'][number]

/** Handbook › Planning Board: "the excess is moved to the next milestone or to the Next 1-3 Milestones board". */
export function useMoveBelow(group: string) {
  const client = useQueryClient()
  const actor = useActor(group)
  return (refs: readonly number[], { slug, title }: Place) =>
    void import('#components/plan/move-to.ts').then(({ moveTo }) =>
      moveTo(client, { group, actor }, refs, slug, (count) => `Moved ${count} to ${title}.`),
    )
}
