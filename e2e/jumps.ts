import { expect, type Page, type Request } from 'playwright/test'
import { OF_NO_GROUP } from './all-pages.ts'

declare global {
  /** How far things have moved in this page without anybody's doing: each as the browser measures it, with what moved. */
  var jumps: { value: number; moved: string[] }[] | undefined
}

/** What the eye does not follow: a face that joins those who are here, a line of the browser's own rounding. */
const LEAST = 0.005

/** From here on each page of this window notes what moves in it. */
export const watchJumps = (page: Page): Promise<unknown> => page.addInitScript(noteJumps)

/** Runs in each page before anything of the page does. */
function noteJumps(): void {
  const jumps: NonNullable<typeof globalThis.jumps> = []
  globalThis.jumps = jumps
  type Shift = PerformanceEntry & {
    value: number
    hadRecentInput: boolean
    sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
  }
  const isShift = (entry: PerformanceEntry): entry is Shift => 'hadRecentInput' in entry
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (isShift(entry) && !entry.hadRecentInput)
        jumps.push({
          value: entry.value,
          moved: entry.sources.map(
            ({ node, previousRect: from, currentRect: to }) =>
              `${from.x},${from.y} ${from.width}×${from.height} → ${to.x},${to.y} ${to.width}×${to.height} ${node?.textContent?.slice(0, 60) ?? ''}`,
          ),
        })
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Opens a page, and waits until it has asked for everything that it shows. */
export async function settle(page: Page, address: string): Promise<void> {
  const open = new Set<Request>()
  const begun = (request: Request) => {
    if (!request.url().includes('/api/live')) open.add(request)
  }
  const done = (request: Request) => void open.delete(request)
  page.on('request', begun).on('requestfinished', done).on('requestfailed', done)
  await page.goto(address)
  if (!OF_NO_GROUP.includes(address)) await expect(page.getByText('Live', { exact: true })).toBeAttached()
  await expect.poll(() => open.size).toBe(0)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  page.off('request', begun).off('requestfinished', done).off('requestfailed', done)
}

/** What the page has shown has stayed where it is. */
export async function expectStill(page: Page, name: string): Promise<void> {
  const jumps = (await page.evaluate(() => globalThis.jumps)) ?? []
  const all = jumps.reduce((sum, jump) => sum + jump.value, 0)
  expect.soft(all, `${name}: ${JSON.stringify(jumps)}`).toBeLessThan(LEAST)
}
