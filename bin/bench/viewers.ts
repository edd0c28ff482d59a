import { setTimeout as pause } from 'node:timers/promises'
import { readBoard } from './board.ts'
import { counted, measured, type Measure } from './measure.ts'
import { mover, type Mover } from './mover.ts'
import { summaryOf, type Summary } from './numbers.ts'
import { perSecond, repeat } from './repeat.ts'
import type { Stage } from './stage.ts'
import { listenTo, type Stream } from './stream-floor.ts'
import { visitor, type Visitor } from './visitor.ts'

const GROUP = 'load-1'
const CROWDS = [1, 8, 64, 500]
const WRITERS = 4
const [WARM_UP, TIMES] = [20, 60]
const IDLE_SECONDS = 10

type Crowd = { move: Summary; seen: Summary; rate: number }

/** One person moves a card, and four at once do, while many have the board open; and what many cost who do nothing. */
export async function viewers(stage: Stage): Promise<Measure[]> {
  const julie = await visitor(stage.address, 'julie')
  try {
    const movers = await moversOf(julie)
    const alone = await crowdOf(movers, [])
    const measures: Measure[] = []
    for (const size of CROWDS) {
      const streams = await Promise.all(
        Array.from({ length: size }, () =>
          listenTo(`${stage.address}/api/live?group=${GROUP}`, julie.cookie),
        ),
      )
      const crowd = await crowdOf(movers, streams)
      measures.push(...rowsOf(size, crowd, alone))
      if (size === CROWDS.at(-1)) measures.push(await idle(stage, size))
      for (const stream of streams) stream.close()
    }
    for (const { close } of movers) close()
    return measures
  } finally {
    julie.close()
  }
}

function rowsOf(size: number, { move, seen, rate }: Crowd, alone: Crowd): Measure[] {
  const who = size === 1 ? '1 viewer' : `${size} viewers`
  const goal = <T>(target: T) => (size === 64 ? target : null)
  return [
    measured(`${who}: a move`, move, {
      target: goal({ at: 'median', most: 1.5 * alone.move.median }),
      floor: alone.move.median,
    }),
    measured(`${who}: acknowledged → told to all`, seen, { target: goal({ at: 'p95', most: 60 }) }),
    counted(`${who}: ${WRITERS} people move cards at once`, rate, {
      unit: '/s',
      target: goal({ at: 'median', least: 0.7 * alone.rate }),
      floor: alone.rate,
    }),
  ]
}

/** The share of one core that streams cost on which nothing happens. */
async function idle(stage: Stage, size: number): Promise<Measure> {
  await pause(1000)
  const before = await stage.worked()
  await pause(IDLE_SECONDS * 1000)
  const share = ((await stage.worked()) - before) / IDLE_SECONDS
  return counted(`${size} viewers, nothing happens: cores in use`, share, {
    target: { at: 'median', most: 0.1 },
  })
}

async function moversOf(julie: Visitor): Promise<(Mover & { close(): void })[]> {
  const view = await readBoard(julie, GROUP)
  return Array.from({ length: WRITERS }, (_, nth) => {
    const hand = julie.another()
    return { ...mover(hand, GROUP, view, { nth, of: WRITERS }), close: () => hand.close() }
  })
}

async function crowdOf(movers: readonly Mover[], streams: readonly Stream[]): Promise<Crowd> {
  const [first] = movers
  if (!first) throw new Error('No card moves.')
  const times = await repeat(WARM_UP + TIMES, async () => {
    const arrivals = Promise.all(streams.map((stream) => stream.next()))
    const ms = await first.move()
    const answered = performance.now()
    return { ms, seen: (await arrivals).map((at) => Math.max(0, at - answered)) }
  })
  const real = times.slice(WARM_UP)
  const moves = movers.map(({ move }) => move)
  await perSecond(moves, { seconds: 1, most: 2000 })
  return {
    move: summaryOf(real.map(({ ms }) => ms)),
    seen: summaryOf(streams.length === 0 ? [0] : real.flatMap(({ seen }) => seen)),
    rate: await perSecond(moves, { seconds: 4, most: 4000 }),
  }
}
