import { randomUUID } from 'node:crypto'
import type { BoardView } from '#lib/contract/boards.ts'
import { moveIssue, type Changed } from '#lib/contract/issues.ts'
import type { LaneId } from '#lib/domain/boards.ts'
import { addressOf } from '#lib/http/call.ts'
import { errands, type Share } from './errands.ts'
import { insistOn, textOf, type Client } from './wire.ts'

/** Somebody who moves cards over the API, as the board in a browser does. */
export type Mover = {
  /** Moves one card; the milliseconds until that was acknowledged. Throws when it was not. */
  move(): Promise<number>
  /** How many moves were acknowledged so far. */
  moves(): number
  /** Where each card was put last, by the server's own word. */
  placed: ReadonlyMap<number, LaneId>
}

export function mover(client: Client, group: string, view: BoardView, share: Share): Mover {
  const next = errands(view, share)
  const path = addressOf(moveIssue, { group, board: 'build' })
  const placed = new Map<number, LaneId>()
  let moves = 0
  return {
    placed,
    moves: () => moves,
    async move() {
      const errand = next()
      const answer = await client.post(path, errand, { 'idempotency-key': randomUUID() })
      const { card }: Changed = JSON.parse(textOf(insistOn(200, answer)))
      if (card.ref !== errand.ref) throw new Error(`asked to move #${errand.ref}, told of #${card.ref}`)
      moves += 1
      placed.set(errand.ref, errand.to)
      return answer.ms
    },
  }
}
