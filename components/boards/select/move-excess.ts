import type { QueryClient } from '@tanstack/react-query'

import { TAKE_OFF_AND_MOVE } from '#components/commands/next-steps.ts'
import { changeMany } from '#components/changes/change-many.ts'
import { counted } from '#components/changes/pieces.ts'
import { askAboutMany } from '#components/issues/push-back/ask-about-many.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import { moveExcess } from '#lib/contract/bulk.ts'
import { DELIVERABLE_STAYS } from '#lib/domain/deliverable.ts'
import type { Actor } from '#lib/domain/permissions.ts'

type Excess = {
  group: string
  actor: Actor
  view: BoardView
  /** In the order of the board. */
  refs: readonly number[]
  to: { slug: string; title: string }
  /** Takes Deliverable off with the move. */
  withoutDeliverable?: boolean
}

/**
 * Moves all that lies below the line, shown at once and taken back as one; what leaves the milestone that runs, once the EM has
 * said whether it was pushed back. Answers those that stay.
 */
export async function moveBelow(client: QueryClient, excess: Excess): Promise<readonly number[]> {
  const { group, actor, view, to, refs, withoutDeliverable = false } = excess
  const wish = { what: 'milestone' as const, milestone: to.slug, withoutDeliverable }
  const answer = await askAboutMany(client, { group, actor }, refs, wish)
  if (!answer) return refs
  return changeMany(client, {
    group,
    endpoint: moveExcess,
    refs,
    input: (some) => ({
      group,
      board: view.board.slug,
      ...(view.milestone ? { milestone: view.milestone.slug } : {}),
      ...(withoutDeliverable ? { withoutDeliverable } : {}),
      ...answer,
      to: to.slug,
      refs: [...some],
    }),
    optimistic: refs.map((ref) => ({ ref, facts: { milestone: to.slug } })),
    message: (count) => `Moved ${count} to ${to.title}.`,
    ways: (refused) => {
      const stay = refused.filter(({ rule }) => rule === DELIVERABLE_STAYS).map(({ ref }) => ref)
      const takeOff = () => void moveBelow(client, { ...excess, refs: stay, withoutDeliverable: true })
      return stay.length === 0
        ? []
        : [{ label: `${TAKE_OFF_AND_MOVE} ${counted(stay.length)}`, act: takeOff }]
    },
  })
}
