import type { QueryClient } from '@tanstack/react-query'

import { TAKE_OFF_AND_MOVE } from '#components/issues/command/issue-acts.ts'
import { counted, performSeveral } from '#components/changes/change-many.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import { MOST_AT_ONCE, moveExcess } from '#lib/contract/several.ts'
import { DELIVERABLE_STAYS } from '#lib/domain/deliverable.ts'

type Excess = {
  group: string
  view: BoardView
  /** In the order of the board; more than the server takes at once stay for the next time. */
  refs: readonly number[]
  to: { slug: string; title: string }
  /** Takes Deliverable off with the move. */
  withoutDeliverable?: boolean
}

/** Moves what lies below the line in one act, shown at once and taken back as one. */
export function moveBelow(client: QueryClient, excess: Excess): Promise<boolean> {
  const { group, view, to, withoutDeliverable = false } = excess
  const some = excess.refs.slice(0, MOST_AT_ONCE)
  return performSeveral(client, {
    group,
    endpoint: moveExcess,
    input: {
      group,
      board: view.board.slug,
      ...(view.milestone ? { milestone: view.milestone.slug } : {}),
      ...(withoutDeliverable ? { withoutDeliverable } : {}),
      to: to.slug,
      refs: some,
    },
    hoped: some.map((ref) => ({ ref, facts: { milestone: to.slug } })),
    told: (count) => `Moved ${count} to ${to.title}.`,
    ways: (refused) => {
      const refs = refused.filter(({ rule }) => rule === DELIVERABLE_STAYS).map(({ ref }) => ref)
      const takeOff = () => void moveBelow(client, { ...excess, refs, withoutDeliverable: true })
      return refs.length === 0
        ? []
        : [{ label: `${TAKE_OFF_AND_MOVE} ${counted(refs.length)}`, act: takeOff }]
    },
  })
}
