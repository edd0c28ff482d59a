import { servedBoard } from '#db/queries/served-board.ts'
import { startBareNext } from './bare-next.ts'
import { BOARDS, boardPath, readBoard, type Board } from './board.ts'
import { counted, measured, type Measure } from './measure.ts'
import { mover } from './mover.ts'
import { summaryOf, type Summary } from './numbers.ts'
import { perSecond, repeat } from './repeat.ts'
import type { Stage } from './stage.ts'
import { bareClient, replay, statementsOf } from './statements.ts'
import { visitor, type Visitor } from './visitor.ts'
import { client, insistOn, type Client } from './wire.ts'

const TIMES = 100
/** So many that a p95 is more than the five slowest answers, and that those before them find everything compiled. */
const [UNCOUNTED, UNCHANGED_TIMES] = [1000, 500]
const READERS = 16

/** Boards over the API: right after a change, unchanged, and by many readers at once. */
export async function reads(stage: Stage): Promise<Measure[]> {
  const reader = await visitor(stage.address, 'julie')
  try {
    const measures: Measure[] = []
    for (const board of BOARDS) measures.push(...(await readsOf(stage, reader, board)))
    return measures
  } finally {
    reader.close()
  }
}

async function readsOf(stage: Stage, reader: Visitor, board: Board): Promise<Measure[]> {
  const path = boardPath(board.group)
  const afterChange = await readAfterChanges(reader, board.group)
  const known = insistOn(200, await reader.get(path))
  const etag = String(known.headers.etag)
  const bare = await startBareNext({ body: known.body, etag })
  const floor = client(bare.line)
  try {
    const unchanged = { 'if-none-match': etag }
    const [same, sameFloor] = [
      await times(reader, path, 304, unchanged),
      await times(floor, '/bytes', 304, unchanged),
    ]
    const [again, againFloor] = [await times(reader, path, 200), await times(floor, '/bytes', 200)]
    // In turn, so that whatever else this machine does meets both.
    const rounds = await repeat(3, async () => ({
      floor: await crowd(() => client(bare.line), '/bytes'),
      ours: await crowd(() => reader.another(), path),
    }))
    const crowdFloor = summaryOf(rounds.map((round) => round.floor)).median
    const crowded = summaryOf(rounds.map((round) => round.ours)).median
    // The targets are set for a board of a thousand.
    const goal = <T>(target: T) => (board.cards === 1000 ? target : null)
    const name = `${board.cards.toLocaleString('en')} cards`
    return [
      measured(`${name}, right after a change`, afterChange, {
        target: goal({ at: 'p95', most: 40 }),
        floor: await sqlFloor(stage, reader, board.group),
      }),
      measured(`${name}, unchanged`, same, { target: goal({ at: 'p95', most: 5 }), floor: sameFloor.median }),
      measured(`${name}, whole again`, again, { floor: againFloor.median }),
      counted(`${name}, ${READERS} readers at once`, crowded, {
        unit: '/s',
        target: goal({ at: 'median', least: crowdFloor / 2 }),
        floor: crowdFloor,
      }),
    ]
  } finally {
    floor.close()
    await bare.stop()
  }
}

/** Each read follows a change, so that what the server has made ready is out of date. */
export async function readAfterChanges(reader: Visitor, group: string): Promise<Summary> {
  const writer = reader.another()
  const { move } = mover(writer, group, await readBoard(reader, group), { nth: 0, of: 1 })
  let etag = ''
  const samples = await repeat(TIMES, async () => {
    await move()
    const answer = insistOn(200, await reader.get(boardPath(group), { 'if-none-match': etag }))
    etag = String(answer.headers.etag)
    return answer.ms
  })
  writer.close()
  return summaryOf(samples)
}

async function times(reader: Client, path: string, status: number, headers = {}): Promise<Summary> {
  const once = async () => insistOn(status, await reader.get(path, headers)).ms
  await repeat(UNCOUNTED, once)
  return summaryOf(await repeat(UNCHANGED_TIMES, once))
}

/** Whole answers a second to many readers with a connection each; the first half second only warms up. */
async function crowd(reader: () => Client, path: string): Promise<number> {
  const readers = Array.from({ length: READERS }, reader)
  const ask = readers.map((one) => async () => insistOn(200, await one.get(path)))
  await perSecond(ask, { seconds: 0.5, most: 1000 })
  const rate = await perSecond(ask, { seconds: 2, most: 10_000 })
  for (const one of readers) one.close()
  return rate
}

/** What the questions that follow a change cost a bare driver, in milliseconds: those that are really sent. */
async function sqlFloor(stage: Stage, reader: Visitor, group: string): Promise<number> {
  const url = await stage.databaseUrl()
  const asked = () =>
    statementsOf({ url, group, visitor: reader }, (ctx, newest) =>
      servedBoard(ctx, { board: 'build' }, newest),
    )
  // the first time the whole board is asked for
  await asked()
  await mover(reader, group, await readBoard(reader, group), { nth: 0, of: 1 }).move()
  const afterChange = await asked()
  const bare = await bareClient(url)
  try {
    await repeat(10, () => replay(bare, afterChange))
    return summaryOf(await repeat(TIMES, () => replay(bare, afterChange))).median
  } finally {
    await bare.end()
  }
}
