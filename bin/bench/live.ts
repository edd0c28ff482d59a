import type { Page } from 'playwright'
import type { BoardView } from '#lib/contract/boards.ts'
import { boardLink } from '#lib/kit/links.ts'
import { freeLanes, readBoard } from './board.ts'
import { profile, withBrowser } from './browser.ts'
import { measured, type Measure } from './measure.ts'
import { summaryOf } from './numbers.ts'
import { openBoard } from './open-board.ts'
import { repeat } from './repeat.ts'
import { type MoveTimes, watchFor } from './move-probe.ts'
import type { Stage } from './stage.ts'
import { streamFloor } from './stream-floor.ts'
import { visitor } from './visitor.ts'

const GROUP = 'load-1'
const TIMES = 30
const WARM_UP = 3

/** One person moves a card by keys; another has the same board open in another browser. */
export async function live(stage: Stage): Promise<Measure[]> {
  const [julie, mohamed] = [await visitor(stage.address, 'julie'), await visitor(stage.address, 'mohamed')]
  try {
    const view = await readBoard(julie, GROUP)
    const floor = await streamFloor(stage.address, { group: GROUP, view, writer: julie, reader: mohamed })
    const sights = await withBrowser(async (browser) => {
      const url = `${stage.address}${boardLink(GROUP, 'build')}`
      const mover = await openBoard(await profile(browser, url, julie.cookie), url)
      const watcher = await openBoard(await profile(browser, url, mohamed.cookie), url)
      return await repeat(WARM_UP + TIMES, (nth) => carryAcross(mover, watcher, lanesOf(view, nth)))
    })
    const real = sights.slice(WARM_UP)
    const between = (ms: (moveTimes: Both) => number) => summaryOf(real.map(ms))
    return [
      measured(
        'key pressed → card in its new lane',
        between(({ mine }) => mine.seen - mine.pressed),
        {
          target: { at: 'p95', most: 50 },
        },
      ),
      measured(
        'key pressed → acknowledged',
        between(({ mine }) => mine.answered - mine.pressed),
      ),
      measured(
        'acknowledged → seen in another browser',
        between(({ mine, theirs }) => theirs.seen - mine.answered),
        {
          target: { at: 'p95', most: 60 },
          floor: floor.median,
        },
      ),
    ]
  } finally {
    for (const person of [julie, mohamed]) person.close()
  }
}

type Both = { mine: MoveTimes; theirs: MoveTimes }
type Lanes = { from: string; to: string; steps: number }

/** To and fro between the two free lanes; a move of `steps` to the right, or to the left when below zero. */
function lanesOf(view: BoardView, nth: number): Lanes {
  const places = freeLanes(view).map((id) => view.columns.findIndex((column) => column.id === id))
  const [from = 0, to = 0] = nth % 2 === 0 ? places : places.toReversed()
  return { from: view.columns[from]?.title ?? '', to: view.columns[to]?.title ?? '', steps: to - from }
}

/** The first card of a lane is picked up with V, carried with arrows and dropped with Enter. */
async function carryAcross(mover: Page, watcher: Page, { from, to, steps }: Lanes): Promise<Both> {
  const card = mover.getByRole('list', { name: from, exact: true }).getByRole('listitem').first()
  const href = await card.getByRole('link').first().getAttribute('href')
  const ref = Number(href?.split('/').at(-1))
  for (const page of [mover, watcher]) await page.evaluate(watchFor, { ref, lane: to })
  await card.focus()
  await mover.keyboard.press('v')
  const arrow = steps > 0 ? 'ArrowRight' : 'ArrowLeft'
  await repeat(Math.abs(steps), () => mover.keyboard.press(arrow))
  await mover.keyboard.press('Enter')
  await mover.waitForFunction(
    () => globalThis.moveTimes && globalThis.moveTimes.seen > 0 && globalThis.moveTimes.answered > 0,
  )
  await watcher.waitForFunction(() => globalThis.moveTimes && globalThis.moveTimes.seen > 0)
  return { mine: await moveTimesOf(mover), theirs: await moveTimesOf(watcher) }
}

const moveTimesOf = (page: Page): Promise<MoveTimes> =>
  page.evaluate(() => globalThis.moveTimes ?? { pressed: 0, seen: 0, answered: 0 })
