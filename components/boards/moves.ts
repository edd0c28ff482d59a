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

/** Of several, a lane is refused only where it refuses each of them. */
export function movesOfAll(parts: BoardParts, refs: readonly number[]): MenuEntry[] {
  const { scene, move } = parts
  const now = scene()
  const cards = refs.flatMap((ref) => cardOf(now, ref) ?? [])
  const [first] = cards
  if (!first) return []
  if (cards.length === 1) return movesOf(parts, first.ref)
  return now.lanes.map(({ id, title }): MenuEntry => {
    const refusals = cards.map((card) => whyNotMove(now, card, id))
    const isRefused = refusals.every((one) => one !== null)
    return {
      kind: 'act',
      label: title,
      disabledReason: isRefused ? (refusals[0]?.because ?? null) : null,
      act: () => move(first.ref, { lane: id, index: null }),
    }
  })
}
