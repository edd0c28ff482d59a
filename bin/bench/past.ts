import type { BoardView } from '#lib/contract/boards.ts'
import { viewBoard } from '#lib/contract/boards.ts'
import { addressOf } from '#lib/http/call.ts'
import { BOARDS, readBoard } from './board.ts'
import { measured, type Measure } from './measure.ts'
import { mover } from './mover.ts'
import { summaryOf } from './numbers.ts'
import { repeat } from './repeat.ts'
import { readAfterChanges } from './reads.ts'
import type { Stage } from './stage.ts'
import { visitor, type Visitor } from './visitor.ts'
import { insistOn } from './wire.ts'

const MOMENTS = 16
const ROUNDS = 6
/** How many times the board of now it may take. */
const MOST = 10

/** The board of a thousand cards as it was, beside as it is, in the same minutes. */
export async function past(stage: Stage): Promise<Measure[]> {
  const julie = await visitor(stage.address, 'julie')
  const group = BOARDS[0]?.group ?? ''
  try {
    const view = await readBoard(julie, group)
    const moments = momentsOf(view)
    const first = await looks(julie, group, moments)
    const live = await readAfterChanges(julie, group)
    const writer = julie.another()
    const { move } = mover(writer, group, view, { nth: 0, of: 1 })
    // other moments each time, and a change before each, so that no answer is one that was given before
    const changed = await repeat(ROUNDS, (round) => looks(julie, group, moments.map(later(round)), move))
    writer.close()
    const known = await repeat(ROUNDS, () => looks(julie, group, moments))
    const name = `1,000 cards as of ${MOMENTS} past moments`
    const bounds = { target: { at: 'p95', most: MOST * live.p95 } as const, floor: live.median }
    return [
      measured('1,000 cards as of now, right after a change', live),
      measured(`${name}, right after a change`, summaryOf(changed.flat()), bounds),
      measured(`${name}, the first time of all`, summaryOf(first), bounds),
      measured(`${name}, again`, summaryOf(known.flat())),
    ]
  } finally {
    julie.close()
  }
}

/** Spread over the days of the milestone that are over. */
function momentsOf({ milestone }: BoardView): Date[] {
  const start = Date.parse(milestone?.startOn ?? '')
  const step = (Date.now() - start) / (MOMENTS + 1)
  return Array.from({ length: MOMENTS }, (_, at) => new Date(start + (at + 1) * step))
}

const later = (minutes: number) => (moment: Date) => new Date(moment.getTime() + (1 + minutes) * 60_000)

async function looks(
  reader: Visitor,
  group: string,
  moments: readonly Date[],
  before?: () => Promise<unknown>,
): Promise<number[]> {
  return repeat(moments.length, async (nth) => {
    await before?.()
    const at = moments[nth]?.toISOString()
    return insistOn(200, await reader.get(addressOf(viewBoard, { group, board: 'build', at }))).ms
  })
}
