import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import type { Card } from '#lib/contract/issues.ts'
import type { LaneId } from '#lib/domain/boards.ts'
import { isForbidden } from '#lib/domain/permissions.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import type { BoardParts } from '#components/boards/view/board-context.ts'
import { whyNotMove } from './move-rules.ts'
import { cardOf, laneOfCard, sectionOf } from '#components/boards/drag/board-snapshot.ts'

/**
 * The lanes that cards can be moved to, and why not to the others; of several, one is refused where each of them is.
 * Lanes to which a role never moves cards are left out.
 */
export function movesOf(parts: BoardParts, refs: readonly number[]): MenuEntry[] {
  const { snapshot, move } = parts
  const now = snapshot()
  const cards = refs.flatMap((ref) => cardOf(now, ref) ?? [])
  const [first] = cards
  if (!first) return []
  const isAlone = cards.length === 1
  const from = laneOfCard(now, first)
  const entry = (label: string, isHere: boolean, to: LaneId, section?: string): MenuEntry[] => {
    const stays = isAlone && isHere
    const refusal = stays ? null : whyNone(cards, to, section)
    if (refusal && isForbidden(refusal)) return []
    return [
      {
        kind: 'act',
        label,
        hint: stays ? 'is here' : '',
        disabledReason: stays ? 'Already here.' : (refusal?.because ?? null),
        act: () =>
          move(first.ref, {
            lane: to,
            index: null,
            ...(section === undefined ? {} : { section, eachInItsLane: true }),
          }),
      },
    ]
  }
  const whyNone = (some: readonly Card[], to: LaneId, section?: string): Refusal | null => {
    const refusals = some.map((card) =>
      whyNotMove(now, card, section === undefined ? to : laneOfCard(now, card), section),
    )
    return refusals.every((one) => one !== null) ? (refusals[0] ?? null) : null
  }
  const swimlanes = now.swimlanes.flatMap(({ key, title }) =>
    entry(title, key === sectionOf(now, first), from, key),
  )
  return [
    ...now.lanes.flatMap(({ id, title }) => entry(title, id === from, id)),
    ...(swimlanes.length > 0 ? [{ kind: 'heading' as const, label: 'Swimlane' }, ...swimlanes] : []),
  ]
}
