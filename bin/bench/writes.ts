import type { BoardView } from '#lib/contract/boards.ts'
import { laneFinder } from '#lib/domain/boards.ts'
import { newestEvent, readBoard } from './board.ts'
import { counted, measured, type Measure } from './measure.ts'
import { moveFloor } from './move-floor.ts'
import { mover, type Mover } from './mover.ts'
import { summaryOf } from './numbers.ts'
import { perSecond, repeat } from './repeat.ts'
import type { Stage } from './stage.ts'
import { visitor, type Visitor } from './visitor.ts'

const GROUP = 'load-1'
const TIMES = 150
const WRITERS = 8
/** A program that has just started compiles itself, and so do its prepared statements, while it works. */
const WARM_UP_SECONDS = 4

/** Moves of cards: by one person, then by several at once on one board, and whether each was kept. */
export async function writes(stage: Stage): Promise<Measure[]> {
  const [julie, mohamed] = [await visitor(stage.address, 'julie'), await visitor(stage.address, 'mohamed')]
  try {
    const [view, before] = [await readBoard(julie, GROUP), await newestEvent(julie, GROUP)]
    const hands = Array.from({ length: WRITERS }, (_, nth) => (nth % 2 === 0 ? julie : mohamed).another())
    const movers = hands.map((hand, nth) => mover(hand, GROUP, view, { nth, of: WRITERS }))
    const { move } = movers[0] ?? mover(julie, GROUP, view, { nth: 0, of: 1 })
    await repeat(20, move)
    const alone = summaryOf(await repeat(TIMES, move))
    const together = movers.map((one) => one.move)
    await perSecond(together, { seconds: WARM_UP_SECONDS, most: 4000 })
    const rate = await perSecond(together, { seconds: 6, most: 4000 })
    for (const hand of hands) hand.close()
    const kept = await keptOf(julie, movers, before)
    const place = { url: await stage.databaseUrl(), group: GROUP, visitor: julie }
    const floor = await moveFloor(place, await readBoard(julie, GROUP), WRITERS)
    return [
      measured('one person moves a card', alone, { target: { at: 'p95', most: 20 }, floor: floor.alone }),
      counted(`${WRITERS} people move cards at once`, rate, {
        unit: '/s',
        target: { at: 'median', least: 200 },
        floor: floor.perSecond,
      }),
      ...kept,
    ]
  } finally {
    for (const person of [julie, mohamed]) person.close()
  }
}

/** Every acknowledged move has left its event, and every card lies where it was put last. */
async function keptOf(reader: Visitor, movers: readonly Mover[], before: number): Promise<Measure[]> {
  const moves = movers.reduce((sum, one) => sum + one.moves(), 0)
  const events = (await newestEvent(reader, GROUP)) - before
  const view = await readBoard(reader, GROUP)
  const none = { target: { at: 'median', most: 0 } as const }
  return [
    counted('acknowledged moves', moves),
    counted('… that left no event', moves - events, none),
    counted('… whose card lies elsewhere', misplaced(view, movers), none),
  ]
}

function misplaced(view: BoardView, movers: readonly Mover[]): number {
  const laneOf = laneFinder(view.columns, view.labels)
  const lanes = new Map(view.cards.map((card) => [card.ref, laneOf(card)]))
  return movers.flatMap(({ placed }) => [...placed]).filter(([ref, lane]) => lanes.get(ref) !== lane).length
}
