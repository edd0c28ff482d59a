import { OperatorError } from '#db/embedded/operator-error.ts'
import { viewBoard, type BoardView } from '#lib/contract/boards.ts'
import { listEvents, type EventEntry } from '#lib/contract/events.ts'
import { laneFinder, type CardState, type Column, type LaneId } from '#lib/domain/boards.ts'
import type { LabelFact } from '#lib/domain/labels.ts'
import { addressOf } from '#lib/http/call.ts'
import { insistOn, textOf, type Client } from './wire.ts'

/** The two boards of the large seed, by their group and how many open cards they hold. */
export const BOARDS = [
  { group: 'load-1', cards: 1000 },
  { group: 'load-2', cards: 5000 },
]
export type Board = (typeof BOARDS)[number]

export const boardPath = (group: string): string => addressOf(viewBoard, { group, board: 'build' })

/** The board as it is now. Throws OperatorError when the seed no longer has it. */
export async function readBoard(reader: Client, group: string): Promise<BoardView> {
  const view: BoardView = JSON.parse(textOf(insistOn(200, await reader.get(boardPath(group)))))
  const open = view.cards.filter(({ state }) => state === 'open').length
  const wanted = BOARDS.find((board) => board.group === group)?.cards ?? 0
  if (open >= wanted) return view
  throw new OperatorError(
    `The board of ${group} holds ${open} open cards instead of ${wanted}, because its milestone is over or was changed; remove .data/bench and run the bench again.`,
  )
}

/** The number of the newest event of a group. */
export async function newestEvent(reader: Client, group: string): Promise<number> {
  const answer = insistOn(200, await reader.get(addressOf(listEvents, { group, limit: 1 })))
  const { items }: { items: EventEntry[] } = JSON.parse(textOf(answer))
  return items[0]?.number ?? 0
}

/** As much of a board as tells which cards lie in which lane. */
export type Dealt = {
  columns: readonly Column[]
  labels: readonly LabelFact[]
  cards: readonly (CardState & { ref: number })[]
}

/** Two columns between which cards may go to and fro: no rule asks anything of them there. */
export function freeLanes(view: Dealt): [LaneId, LaneId] {
  const asking = new Set(['workflow.ready-for-development', 'workflow.blocked'])
  const [left, right] = view.columns.filter(({ labelId }) => {
    const meaning = view.labels.find(({ id }) => id === labelId)?.meaning ?? ''
    return !asking.has(meaning)
  })
  if (!left || !right) throw new Error('The board has no two columns between which cards go freely.')
  return [left.id, right.id]
}

/** The numbers of the open cards of a lane, from the top. */
export function cardsIn(view: Dealt, lane: LaneId): number[] {
  const laneOf = laneFinder(view.columns, view.labels)
  return view.cards.filter((card) => card.state === 'open' && laneOf(card) === lane).map(({ ref }) => ref)
}
