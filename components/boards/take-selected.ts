import type { QueryClient } from '@tanstack/react-query'

import { send, wordsOf } from '#components/issues/deeds.ts'
import { tellSeveral } from '#components/issues/several.ts'
import { takeIssue } from '#lib/contract/issues.ts'
import type { Card } from '#lib/contract/issues.ts'
import type { Report } from '#lib/contract/several.ts'

import type { BoardParts } from './board-context.ts'
import { selectNothing } from './selection.ts'

/** Takes one after the other: each is a race of its own, which somebody else may win. */
export async function takeSelected(
  client: QueryClient,
  { group, store }: BoardParts,
  cards: readonly Card[],
) {
  const report: Report = { done: [], refused: [] }
  for (const { ref } of cards) {
    try {
      report.done.push(await send(takeIssue, { group, ref }))
    } catch (error) {
      report.refused.push({ ref, because: wordsOf(error) })
    }
  }
  tellSeveral(client, group, report, (count) => `You took ${count}: you are the DRI.`)
  if (report.done.length > 0) selectNothing(store)
}
