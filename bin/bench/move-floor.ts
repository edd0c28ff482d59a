import type { Client } from 'pg'
import { moveIssue } from '#db/commands/issues/move.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import { type Errand, errands } from './errands.ts'
import { summaryOf } from './numbers.ts'
import { perSecond, repeat } from './repeat.ts'
import { bareClient, replay, statementsOf, type Batch, type Place } from './statements.ts'

const TIMES = 150

/** A move of a card and the move back, as SQL: sent in turn, they can be repeated for ever. */
type ToAndFro = { client: Client; there: Batch[]; back: Batch[] }

/** What the same moves cost bare drivers: one in milliseconds, `writers` of them at once in moves a second. */
export async function moveFloor(
  place: Place,
  view: BoardView,
  writers: number,
): Promise<{ alone: number; perSecond: number }> {
  const clients = await Promise.all(Array.from({ length: writers }, () => bareClient(place.url)))
  try {
    const movers: (() => Promise<number>)[] = []
    for (const [nth, client] of clients.entries()) {
      movers.push(inTurn(await toAndFro(place, view, client, nth)))
    }
    const [first = async () => 0] = movers
    await repeat(20, first)
    const alone = summaryOf(await repeat(TIMES, first)).median
    return { alone, perSecond: await perSecond(movers, { seconds: 4, most: 4000 }) }
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

async function toAndFro(place: Place, view: BoardView, client: Client, nth: number): Promise<ToAndFro> {
  // Of so many that this one's share is a card of each lane, which go and come back in turn.
  const next = errands(view, { nth: nth + 1, of: view.cards.length })
  const there = next()
  const following = next()
  const back = following.ref === there.ref ? following : next()
  const record = (errand: Errand) =>
    statementsOf(place, (ctx) => moveIssue(ctx, { group: place.group, board: 'build', ...errand }))
  return { client, there: await record(there), back: await record(back) }
}

function inTurn({ client, there, back }: ToAndFro): () => Promise<number> {
  let away = false
  return () => {
    away = !away
    return replay(client, away ? there : back)
  }
}
