import type { QueryClient } from '@tanstack/react-query'

import { performSeveral } from '#components/issues/several.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import { MOST_AT_ONCE, moveExcess } from '#lib/contract/several.ts'

type Excess = {
  group: string
  view: BoardView
  /** In the order of the board; more than the server takes at once stay for the next time. */
  refs: readonly number[]
  to: { slug: string; title: string }
}

/** Moves what lies below the line in one act, shown at once and taken back as one. */
export function moveBelow(client: QueryClient, { group, view, refs, to }: Excess): Promise<boolean> {
  const some = refs.slice(0, MOST_AT_ONCE)
  return performSeveral(client, {
    group,
    endpoint: moveExcess,
    input: {
      group,
      board: view.board.slug,
      ...(view.milestone ? { milestone: view.milestone.slug } : {}),
      to: to.slug,
      refs: some,
    },
    hoped: some.map((ref) => ({ ref, facts: { milestone: to.slug } })),
    told: (count) => `Moved ${count} to ${to.title}.`,
  })
}
