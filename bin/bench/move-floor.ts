import type { Client } from 'pg'
import { moveIssue } from '#db/commands/issues/move.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import { type Errand, errands } from './errands.ts'
import { summaryOf } from './numbers.ts'
import { perSecond, repeat } from './repeat.ts'
import { bareClient, replay, statementsOf, type Batch, type Place } from './statements.ts'

const TIMES = 150

/** What the same moves cost bare drivers: one in milliseconds, `writers` of them at once in moves a second. */
export async function moveFloor(
  place: Place,
  view: BoardView,
  writers: number,
): Promise<{ alone: number; perSecond: number }> {
  const clients = await Promise.all(Array.from({ length: writers }, () => bareClient(place.url)))
  try {
    const movers = await recorded(place, view, clients)
    const [first = async () => 0] = movers
    await repeat(20, first)
    const alone = summaryOf(await repeat(TIMES, first)).median
    return { alone, perSecond: await perSecond(movers, { seconds: 4, most: 4000 }) }
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

/** First all go one way, then all come back, so that no two are ever given the same place. */
async function recorded(
  place: Place,
  view: BoardView,
  clients: Client[],
): Promise<(() => Promise<number>)[]> {
  const record = (errand: Errand) =>
    statementsOf(place, (ctx) => moveIssue(ctx, { group: place.group, board: 'build', ...errand }))
  const ways = clients.map((client, nth) => ({ client, ...thereAndBack(view, nth + 1) }))
  const away: { client: Client; there: Batch[]; back: Errand }[] = []
  for (const way of ways) away.push({ ...way, there: await record(way.there) })
  const movers: (() => Promise<number>)[] = []
  for (const { client, there, back } of away) movers.push(inTurn(client, there, await record(back)))
  return movers
}

/** Of so many that a share is a card of each lane, which go and come back in turn. */
function thereAndBack(view: BoardView, nth: number): { there: Errand; back: Errand } {
  const next = errands(view, { nth, of: view.cards.length })
  const [there, following] = [next(), next()]
  return { there, back: following.ref === there.ref ? following : next() }
}

function inTurn(client: Client, there: Batch[], back: Batch[]): () => Promise<number> {
  let away = false
  return () => {
    away = !away
    return replay(client, away ? there : back)
  }
}
