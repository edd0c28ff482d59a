import type { BoardView } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'
import { cardsMeeting, partsForCards } from '#lib/domain/card-match.ts'
import { chipsOf, conditionOf } from '#lib/domain/chips.ts'
import type { Asking } from '#lib/domain/chips.ts'
import { parseCondition } from '#lib/domain/condition-parser.ts'
import { asks, NO_CONDITION, normal, printCondition } from '#lib/domain/conditions.ts'
import type { Condition } from '#lib/domain/conditions.ts'
import { chipsFrom, FIELDS } from '#lib/domain/filters.ts'
import type { Chips } from '#lib/domain/filters.ts'

import type { BoardState } from './url-state.ts'

const BOARD: Asking = { fields: FIELDS, words: 'title' }

/** What the filter of a board says, taken apart. */
export type BoardFilter = {
  chips: Chips
  /** What chips cannot say, and that in the language of filters; all of it where it cannot be read. */
  rest: Condition
  written: string
  /** What cards can answer, and what only the server can, in the language; empty where nothing is left to ask. */
  here: Condition
  there: string
  refusal: string | null
}

export function boardFilter({ filter, oldFilter }: Pick<BoardState, 'filter' | 'oldFilter'>): BoardFilter {
  const old = conditionOf(chipsFrom(new URLSearchParams(oldFilter)), BOARD)
  const parsed = parseCondition(filter)
  const written = 'condition' in parsed ? parsed.condition : NO_CONDITION
  const whole = normal({ kind: 'all', of: [old, written] })
  const { here, there } = partsForCards(whole)
  const { chips, rest } = chipsOf(whole, BOARD)
  return {
    chips,
    rest,
    written: 'refusal' in parsed ? filter : printCondition(rest),
    here,
    there: printCondition(there),
    refusal: 'refusal' in parsed ? parsed.refusal.because : null,
  }
}

/** The filter with other chips. */
export const withChips = (chips: Chips, rest: Condition): string =>
  printCondition(conditionOf(chips, BOARD, asks(rest) ? [rest] : []))

/** The filter with other words for what chips cannot say, or why they cannot be read. */
export function withRest(chips: Chips, text: string): { filter: string } | { refusal: string } {
  const parsed = parseCondition(text)
  if ('refusal' in parsed) return { refusal: parsed.refusal.because }
  return { filter: withChips(chips, parsed.condition) }
}

/** The cards that a board shows, as far as they can tell themselves; `me` is the handle of the reader. */
export function cardsOf(
  { here }: BoardFilter,
  view: BoardView,
  me: string,
): ((card: Card) => boolean) | null {
  const { labels, current, next, today } = view
  return asks(here) ? cardsMeeting(here, labels, { me, current, next, today }) : null
}
