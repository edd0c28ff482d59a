import type { QueryClient } from '@tanstack/react-query'

import { takeMany } from '#components/issues/bulk/take-many.ts'
import type { Card } from '#lib/contract/issues.ts'

import type { BoardParts } from '#components/boards/view/board-context.ts'
import { selectOnly } from './selection.ts'

/** Takes all that is selected; what was refused stays so. */
export async function takeSelected(
  client: QueryClient,
  { group, store }: BoardParts,
  cards: readonly Card[],
) {
  const left = await takeMany(
    client,
    group,
    cards.map(({ ref }) => ref),
  )
  selectOnly(store, left)
}
