import type { MenuEntry } from '#components/ui/menu-entry.ts'

import type { BoardParts } from './board-context.ts'
import { cardOf, laneOfCard, whyNotMove } from './scene.ts'

/** The lanes that a card can be moved to, and why not to the others. */
export function movesOf({ scene, move }: BoardParts, ref: number): MenuEntry[] {
  const now = scene()
  const card = cardOf(now, ref)
  if (!card) return []
  const from = laneOfCard(now, card)
  return now.lanes.map(({ id, title }): MenuEntry => ({
    kind: 'act',
    label: title,
    hint: id === from ? 'is here' : '',
    disabledReason: id === from ? 'It is here already.' : (whyNotMove(now, card, id)?.because ?? null),
    act: () => move(ref, { lane: id, index: null }),
  }))
}
