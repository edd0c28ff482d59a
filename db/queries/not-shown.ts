import type { BoardView } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'
import { type BoardKind, orderOf } from '#lib/domain/boards.ts'
import { may } from '#lib/domain/permissions.ts'
import { countedCard, tallyOf } from '#lib/domain/tally.ts'
import { weightOf } from '#lib/domain/weight.ts'
import type { Ctx } from '../context.ts'
import { type CardFilter, selectCards } from './cards.ts'

type Shown = Pick<BoardView, 'board' | 'labels' | 'milestones'>

/** The cards that a board would show as well to those who may see everything; for sums alone, never to be sent. */
export const unseenOn = async (ctx: Ctx, kind: BoardKind, filter: CardFilter): Promise<Card[]> =>
  may(ctx.actor, 'see.confidential')
    ? []
    : selectCards(ctx, { ...filter, unseen: true }, { order: orderOf(kind) })

/** What these are, as numbers. */
export function notShownOf(
  { board, labels, milestones }: Shown,
  cards: readonly Card[],
): BoardView['notShown'] {
  const names = {
    labels: new Map(labels.map((label) => [label.id, label])),
    timeboxes: new Set(milestones.filter(({ shelf }) => shelf === null).map(({ slug }) => slug)),
  }
  const open = board.kind === 'planning' ? cards.filter(({ state }) => state === 'open') : []
  return {
    cards: cards.length,
    tally: tallyOf(cards.map((card) => countedCard(card, names))),
    queue: open.map((card) => ({ rank: card.rank, weight: weightOf(card) })),
  }
}
