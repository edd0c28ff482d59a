import type { BoardView } from '#lib/contract/boards.ts'
import { orderOf } from '#lib/domain/boards.ts'
import { may } from '#lib/domain/permissions.ts'
import { countedCard, tallyOf } from '#lib/domain/tally.ts'
import { weightOf } from '#lib/domain/weight.ts'
import type { Ctx } from '../context.ts'
import { type CardFilter, selectCards } from './cards.ts'

type Shown = Pick<BoardView, 'board' | 'labels' | 'milestones'>

/** What a board would show as well to those who may see everything, as numbers. */
export async function notShownOn(
  ctx: Ctx,
  { board, labels, milestones }: Shown,
  filter: CardFilter,
): Promise<BoardView['notShown']> {
  const seesAll = may(ctx.actor, 'see.confidential')
  const cards = seesAll
    ? []
    : await selectCards(ctx, { ...filter, unseen: true }, { order: orderOf(board.kind) })
  const words = {
    labels: new Map(labels.map((label) => [label.id, label])),
    timeboxes: new Set(milestones.filter(({ shelf }) => shelf === null).map(({ slug }) => slug)),
  }
  const open = board.kind === 'planning' ? cards.filter(({ state }) => state === 'open') : []
  return {
    cards: cards.length,
    tally: tallyOf(cards.map((card) => countedCard(card, words))),
    queue: open.map((card) => ({ rank: card.rank, weight: weightOf(card) })),
  }
}
