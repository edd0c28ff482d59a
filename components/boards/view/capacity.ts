import type { BoardView } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'
import { addTallies, candidateWeight, committedWeight, countedCard, tallyOf } from '#lib/domain/tally.ts'
import { isUnweighted, sumWeights } from '#lib/domain/weight.ts'
import type { WeightSums } from '#lib/domain/weight.ts'

import type { Lookups } from '#components/lookups/card-names.ts'

/** What a board is about: Deliverables, candidates for them, or anything. */
export type Load = 'commitments' | 'candidates' | 'shelf'

/** What stands in the head of a board; the same for every reader, of whom some may not see all of its cards. */
export type Commitment = {
  what: Load
  /** Weight of what was said, or of the candidates. */
  committed: number
  done: number
  unweighted: number
  blocked: number
  open: number
  /** In weight; null where nobody can know. */
  capacity: number | null
  notShown: number
}

/** What the group said it would do, what is done of it, and what it can carry. */
export function commitmentOf(cards: readonly Card[], view: BoardView, names: Lookups): Commitment {
  const seen = tallyOf(cards.map((card) => countedCard(card, names)))
  const tally = addTallies(seen, view.notShown.tally)
  const what = loadOf(view)
  return {
    what,
    committed: what === 'commitments' ? committedWeight(tally) : candidateWeight(tally),
    done: tally.doneWeight,
    unweighted: tally.unweighted,
    blocked: tally.blocked,
    open: tally.open,
    capacity: view.capacity?.weight ?? null,
    notShown: view.notShown.cards,
  }
}

/** Only where Deliverables are asked for, something was said; a board of one's own may show anything. */
function loadOf({ board, milestone, labels, filterLabelIds }: BoardView): Load {
  if (milestone === null || milestone.shelf !== null) return 'shelf'
  const isForDeliverables = labels.some(
    ({ id, meaning }) => meaning === 'deliverable' && filterLabelIds.includes(id),
  )
  if (board.kind === 'custom' && !isForDeliverables) return 'shelf'
  return board.kind === 'planning' ? 'candidates' : 'commitments'
}

/** The head of a lane: how many cards, how heavy, and how many miss a weight, as the triage report counts them. */
export const cardSums = (cards: readonly Card[], names: Lookups): WeightSums =>
  sumWeights(cards, (card) => card.weight === null && isUnweighted(countedCard(card, names)))

/** 31, 34.5, 0.25: as many decimals as it needs, two at most. */
export const figure = (value: number): string => String(Math.round(value * 100) / 100)

/** What is left of a capacity, in words. */
export function leftText(left: number): string {
  if (left < 0) return `${figure(-left)} over capacity`
  return left === 0 ? 'None left' : `${figure(left)} left`
}
