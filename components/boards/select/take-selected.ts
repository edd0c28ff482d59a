import type { QueryClient } from '@tanstack/react-query'

import { takeSeveral } from '#components/issues/bulk/take-many.ts'
import type { Card } from '#lib/contract/issues.ts'

import type { BoardParts } from '#components/boards/view/board-context.ts'
import { selectNothing } from './selection.ts'

/** Takes all that is selected, and lets go of it when any of it was taken. */
export async function takeSelected(
  client: QueryClient,
  { group, store }: BoardParts,
  cards: readonly Card[],
) {
  const isTaken = await takeSeveral(
    client,
    group,
    cards.map(({ ref }) => ref),
  )
  if (isTaken) selectNothing(store)
}
