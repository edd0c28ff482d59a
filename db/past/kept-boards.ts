import type { BoardView } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'
import { Bounded } from '#lib/kit/bounded.ts'
import type { ServedBoard } from '../queries/served-board.ts'

/** A board as it was, and by which events that was told. */
export type KeptBoard = {
  /** Which board, and with which sight. */
  place: string
  at: Date
  /** The newest event of then, and the newest of all that were known. */
  newest: number
  last: number
  view: BoardView
  unseen: readonly Card[]
  served: ServedBoard
}

/** In bytes. A board of a thousand cards has about two million of them, so that the last twenty or so are held. */
const MOST = 40_000_000
/** As text, as the values that it is made of, and packed. */
const TIMES_ITS_TEXT = 4

/** Pages and routes are bundled apart, and hold these together. */
declare global {
  var saydoPastBoards: Bounded<KeptBoard> | undefined
}

const keptBoards = (): Bounded<KeptBoard> => (globalThis.saydoPastBoards ??= new Bounded(MOST))

/** By how much of the memory of this process they are held. */
export const keptBytes = (): number => keptBoards().weight

const keyOf = (place: string, text: string) => `${place}|${text}`

/** `text`: the moment as it was asked for. */
export function keepBoard(text: string, board: KeptBoard): void {
  keptBoards().set(keyOf(board.place, text), board, board.served.text.length * TIMES_ITS_TEXT)
}

/** The very board, if nothing was recorded since it was read. */
export function boardKept(place: string, text: string, newest: number): ServedBoard | undefined {
  const kept = keptBoards().get(keyOf(place, text))
  return kept && kept.last >= newest ? kept.served : undefined
}

/** The same board at the moment that lies nearest. */
export function nearestKept(place: string, at: Date): KeptBoard | undefined {
  const away = (board: KeptBoard) => Math.abs(board.at.getTime() - at.getTime())
  return [...keptBoards().values()]
    .filter((board) => board.place === place)
    .toSorted((a, b) => away(a) - away(b))[0]
}
