import { setTimeout } from 'node:timers/promises'
import type { Browser, Page } from 'playwright'
import { boardLink } from '#lib/kit/links.ts'
import { profile, withBrowser } from './browser.ts'
import { type Frames, recordFrames } from './frame-probe.ts'
import { counted, measured, type Measure } from './measure.ts'
import { summaryOf } from './numbers.ts'
import { openBoard } from './open-board.ts'
import { repeat } from './repeat.ts'
import type { Stage } from './stage.ts'
import { staticPage } from './static-page.ts'
import { visitor } from './visitor.ts'

const TIMES = 3

/** A card of the board with 5,000 is dragged over all columns, and held at a column's end until that scrolls. */
export async function drags(stage: Stage): Promise<Measure[]> {
  const julie = await visitor(stage.address, 'julie')
  const plain = await staticPage()
  try {
    const url = `${stage.address}${boardLink('load-2', 'build')}`
    const [ours, floor] = await withBrowser(async (browser) => [
      await draggedOn(browser, url, julie.cookie),
      await draggedOn(browser, plain.address, ''),
    ])
    if (!ours || !floor) throw new Error('nothing was dragged')
    const [mine, least] = [summaryOf(ours.gaps), summaryOf(floor.gaps)]
    return [
      measured('5,000 cards, from frame to frame', mine, { floor: least.median }),
      counted('5,000 cards, longest frame', mine.worst, {
        unit: 'ms',
        target: { at: 'median', most: 50 },
        floor: least.worst,
      }),
      counted('… frames above 50 ms', ours.gaps.filter((gap) => gap > 50).length),
      counted('… tasks above 50 ms', ours.longTasks.length, { floor: floor.longTasks.length }),
      counted('… changes within cards', ours.redrawn),
      counted('… pixels scrolled at the edge', ours.scrolled),
    ]
  } finally {
    julie.close()
    await plain.close()
  }
}

type Dragged = Frames & { scrolled: number }

async function draggedOn(browser: Browser, url: string, cookie: string): Promise<Dragged> {
  const context = await profile(browser, url, cookie)
  const page = await openBoard(context, url)
  // what a pointer drags by comes right behind the page
  await page.waitForSelector('li[draggable="true"]')
  await dragAround(page)
  const drags = await repeat(TIMES, () => dragAround(page))
  await context.close()
  const sum = (part: 'redrawn' | 'hovers' | 'scrolled') => drags.reduce((sum, one) => sum + one[part], 0)
  return {
    gaps: drags.flatMap(({ gaps }) => gaps),
    longTasks: drags.flatMap(({ longTasks }) => longTasks),
    redrawn: sum('redrawn'),
    hovers: sum('hovers'),
    scrolled: sum('scrolled'),
  }
}

/** Lifts the first card of the first column, goes round, and lets go with Escape, so that the board stays as it was. */
async function dragAround(page: Page): Promise<Dragged> {
  const [first, last] = await page.evaluate(columnsInView)
  if (!first || !last) throw new Error('The page shows no columns.')
  const [start, middle, end] = [first.top + 70, (first.top + first.bottom) / 2, first.bottom - 12]
  await page.mouse.move(first.grip.x, first.grip.y)
  await page.mouse.down()
  await page.evaluate(recordFrames)
  const before = await page.evaluate(scrolledSoFar)
  await glide(page, [first.x, start], [last.x, middle])
  await glide(page, [last.x, middle], [first.x, end])
  // Held at the end of the column, which scrolls by itself for as long as the card hangs there.
  await glide(page, [first.x, end], [first.x + 4, end], 120)
  await glide(page, [first.x, end], [last.x, start])
  const scrolled = (await page.evaluate(scrolledSoFar)) - before
  const frames = await page.evaluate(() => globalThis.frameRecord?.stop())
  await page.keyboard.press('Escape')
  await page.mouse.up()
  if (!frames?.hovers) throw new Error('The card was not lifted.')
  return { ...frames, scrolled }
}

type Spot = [x: number, y: number]

/** Moves the pointer on a straight line, a step for each frame or so. */
async function glide(page: Page, from: Spot, to: Spot, steps = 60): Promise<void> {
  await repeat(steps, async (nth) => {
    const at = (axis: 0 | 1) => from[axis] + ((to[axis] - from[axis]) * (nth + 1)) / steps
    await page.mouse.move(at(0), at(1))
    await setTimeout(16)
  })
}

type ColumnBox = { x: number; top: number; bottom: number; grip: { x: number; y: number } }

/** Runs in the page: the first and the last column as far as they are seen, and where the first card can be gripped. */
function columnsInView(): ColumnBox[] {
  const boxes = [...document.querySelectorAll('ul:has(> li[aria-posinset])')].flatMap((list) => {
    const box = list.parentElement?.getBoundingClientRect()
    const cards = [...list.querySelectorAll('li[aria-posinset]')].map((card) => card.getBoundingClientRect())
    const card = cards.toSorted((a, b) => a.top - b.top).find(({ top }) => box && top >= box.top)
    if (!box || !card) return []
    const [x, bottom] = [box.left + box.width / 2, Math.min(box.bottom, innerHeight)]
    return [{ x, top: box.top, bottom, grip: { x: card.left + 6, y: card.top + 5 } }]
  })
  const [first, last] = [boxes[0], boxes.at(-1)]
  return first && last ? [first, last] : []
}

/** Runs in the page: how many pixels all its columns are scrolled. */
function scrolledSoFar(): number {
  const columns = [...document.querySelectorAll('ul:has(> li[aria-posinset])')].map(
    (list) => list.parentElement,
  )
  return columns.reduce((sum, column) => sum + (column?.scrollTop ?? 0), 0)
}
