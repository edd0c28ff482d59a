import type { Card } from '#lib/contract/issues.ts'

import type { BoardStore } from '#components/boards/view/board-store.ts'
import { laneOfCard, cardOf, laneById } from '#components/boards/drag/board-snapshot.ts'
import type { BoardSnapshot } from '#components/boards/drag/board-snapshot.ts'

export const NOTHING_SELECTED: ReadonlySet<number> = new Set()

export function toggleSelected(store: BoardStore, ref: number) {
  store.set(({ selected }) => {
    const next = new Set(selected)
    if (!next.delete(ref)) next.add(ref)
    return { selected: next, active: ref }
  })
}

export const selectNothing = (store: BoardStore) => store.set({ selected: NOTHING_SELECTED })

/** What an act was refused for, or did not reach, stays selected. */
export const selectOnly = (store: BoardStore, refs: readonly number[]) =>
  store.set({ selected: refs.length === 0 ? NOTHING_SELECTED : new Set(refs) })

/** From the active card to this one, where both lie in one lane; otherwise this one too. */
export function selectUpTo(store: BoardStore, snapshot: BoardSnapshot, ref: number) {
  const { active } = store.get()
  const [from, to] = [active === null ? null : cardOf(snapshot, active), cardOf(snapshot, ref)]
  if (!from || !to || laneOfCard(snapshot, from) !== laneOfCard(snapshot, to))
    return toggleSelected(store, ref)
  const cards = laneById(snapshot, laneOfCard(snapshot, to))?.cards ?? []
  const [a, b] = [from, to].map((card) => cards.findIndex((one) => one.ref === card.ref))
  const between = cards.slice(Math.min(a ?? 0, b ?? 0), Math.max(a ?? 0, b ?? 0) + 1)
  store.set(({ selected }) => ({
    selected: new Set([...selected, ...between.map((card) => card.ref)]),
    active: ref,
  }))
}

/** The selected cards that are to be seen, in the order of the board. What has left it or is filtered out is left alone. */
export function selectedCards(
  { cards, lanes }: Pick<BoardSnapshot, 'cards' | 'lanes'>,
  selected: ReadonlySet<number>,
): Card[] {
  if (selected.size === 0) return []
  const shown = new Set(lanes.flatMap((lane) => lane.cards.map(({ ref }) => ref)))
  return cards.filter(({ ref }) => selected.has(ref) && shown.has(ref))
}

/** Whether an act on this card is meant for others too. */
export function isWithOthers(snapshot: BoardSnapshot, selected: ReadonlySet<number>, ref: number): boolean {
  return selected.has(ref) && selectedCards(snapshot, selected).length > 1
}
