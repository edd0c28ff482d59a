import type { BoardView } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'
import { sumsOf } from '#lib/domain/boards.ts'
import { stateOf } from '#lib/domain/labels.ts'

import { labelsOf } from './dictionaries.ts'
import type { Dictionaries } from './dictionaries.ts'

export type Tally = {
  /** Weight of what is open or done; what was closed as duplicate, moved or won't do is no promise any more. */
  said: number
  done: number
  unweighted: number
  blocked: number
  open: number
  /** In weight; null where nobody can know. */
  capacity: number | null
}

/** What the group said it would do, what is done of it, and what it can carry. */
export function tallyOf(
  cards: readonly Card[],
  view: Pick<BoardView, 'capacity'>,
  names: Dictionaries,
): Tally {
  const open = cards.filter(({ state }) => state === 'open')
  const done = cards.filter(({ closeReason }) => closeReason === 'done')
  return {
    said: saidWeight(cards),
    done: sumsOf(done).weight,
    unweighted: sumsOf(open).unweighted,
    blocked: open.filter((card) => stateOf(labelsOf(card, names)) === 'blocked').length,
    open: open.length,
    capacity: view.capacity?.weight ?? null,
  }
}

/** Weight of what is open or done. */
export const saidWeight = (cards: readonly Card[]): number =>
  sumsOf(cards.filter(({ state, closeReason }) => state === 'open' || closeReason === 'done')).weight

/** 31, 34.5, 0.25: as many decimals as it needs, two at most. */
export const figure = (value: number): string => String(Math.round(value * 100) / 100)
