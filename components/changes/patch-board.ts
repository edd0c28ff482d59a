import type { BoardView } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'
import { onBoard, orderOf } from '#lib/domain/boards.ts'
import { compareRanks } from '#lib/domain/rank.ts'

/** Of two copies of a board the one that includes more events; live updates may have overtaken a slow answer. */
export function keepNewest(old: unknown, fresh: unknown): unknown {
  return eventOf(old) > eventOf(fresh) ? old : fresh
}

/**
 * The board with a card as it is now: put in, replaced, moved or taken off, whichever follows from its labels and
 * milestone. A copy that says nothing new leaves the board as it is. `null` when the board does not know what the card
 * names, such as a label made since, and must be fetched again.
 */
export function withCard(view: BoardView, message: Card): BoardView | null {
  const card = orderOf(view.board.kind) === 'planning' ? { ...message, rank: message.planRank } : message
  const at = view.cards.findIndex(({ ref }) => ref === card.ref)
  const held = view.cards[at]
  if (held && JSON.stringify(held) === JSON.stringify(card)) return view
  const cards = held ? view.cards.toSpliced(at, 1) : view.cards
  if (!belongs(view, card)) return held ? { ...view, cards } : view
  if (!isKnown(view, card)) return null
  return { ...view, cards: withSorted(cards, card) }
}

export function withoutCard(view: BoardView, ref: number): BoardView {
  return { ...view, cards: view.cards.filter((card) => card.ref !== ref) }
}

/** The cards with what one’s own acts will make of them laid over them, still in the order of their ranks. */
export function withOptimistic(view: BoardView, optimistic: ReadonlyMap<number, Partial<Card>>): Card[] {
  const touched = optimistic.size === 0 ? [] : view.cards.filter(({ ref }) => optimistic.has(ref))
  if (touched.length === 0) return view.cards
  return touched
    .map((card) => ({ ...card, ...optimistic.get(card.ref) }))
    .filter((card) => belongs(view, card))
    .reduce(
      withSorted,
      view.cards.filter(({ ref }) => !optimistic.has(ref)),
    )
}

function belongs(view: BoardView, card: Card): boolean {
  const facts = { milestoneId: card.milestone, labelIds: card.labelIds }
  return onBoard(facts, { milestoneId: view.milestone?.slug ?? null, labelIds: view.filterLabelIds })
}

function isKnown(view: BoardView, card: Card): boolean {
  const people = [card.dri, ...card.assignees].filter((handle) => handle !== null)
  return (
    card.labelIds.every((id) => view.labels.some((label) => label.id === id)) &&
    people.every((handle) => view.people.some((person) => person.handle === handle)) &&
    (card.epic === null || view.epics.some(({ number }) => number === card.epic))
  )
}

/** Halves its way to the place, so that a board of thousands takes one insertion. */
function withSorted(cards: Card[], card: Card): Card[] {
  let low = 0
  let high = cards.length
  while (low < high) {
    const middle = (low + high) >> 1
    const order = compareRanks(cards[middle]?.rank ?? '', card.rank) || (cards[middle]?.ref ?? 0) - card.ref
    if (order < 0) low = middle + 1
    else high = middle
  }
  return cards.toSpliced(low, 0, card)
}

function eventOf(view: unknown): number {
  return typeof view === 'object' && view !== null && 'event' in view && typeof view.event === 'number'
    ? view.event
    : -1
}
