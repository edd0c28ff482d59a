import { devices, type Page, type Request } from 'playwright/test'
import { addressOf, allPages, LEADING_ON, OPEN } from './all-pages.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

declare global {
  /** How far things have moved in this page without anybody's doing: each as the browser measures it, with what moved. */
  var jumps: { value: number; moved: string[] }[] | undefined
}

/** Runs in each page before anything of the page does. */
function watchJumps(): void {
  const jumps: NonNullable<typeof globalThis.jumps> = []
  globalThis.jumps = jumps
  type Shift = PerformanceEntry & {
    value: number
    hadRecentInput: boolean
    sources: { node: Node | null }[]
  }
  const isShift = (entry: PerformanceEntry): entry is Shift => 'hadRecentInput' in entry
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (isShift(entry) && !entry.hadRecentInput)
        jumps.push({
          value: entry.value,
          moved: entry.sources.map(({ node }) => node?.textContent?.slice(0, 60) ?? ''),
        })
  }).observe({ type: 'layout-shift', buffered: true })
}

/** What the eye does not follow: a face that joins those who are here, a line of the browser's own rounding. */
const LEAST = 0.005

/** Opens a page, and waits until it has asked for everything that it shows. */
async function settle(page: Page, address: string): Promise<void> {
  const open = new Set<Request>()
  const begun = (request: Request) => {
    if (!request.url().includes('/api/live')) open.add(request)
  }
  const done = (request: Request) => void open.delete(request)
  page.on('request', begun).on('requestfinished', done).on('requestfailed', done)
  await page.goto(address)
  await expect(page.getByText('Live', { exact: true })).toBeAttached()
  await expect.poll(() => open.size).toBe(0)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  page.off('request', begun).off('requestfinished', done).off('requestfailed', done)
}

const PAGES = allPages.filter((path) => !LEADING_ON.includes(path) && !OPEN.includes(path))

const { defaultBrowserType: _, ...phone } = devices['Pixel 7'] ?? {}

for (const { where, window } of [
  { where: 'in a wide window', window: { viewport: { width: 1440, height: 900 } } },
  { where: 'on a phone', window: phone },
])
  test.describe(where, () => {
    test.use(window)
    test('what a page has shown stays where it is while the page comes to life', async ({
      page,
      context,
      signIn,
      anIssue,
    }) => {
      const { ref } = await anIssue({ title: 'Stays where it is', dri: 'cindy' })
      await signIn('mohamed')
      await context.addInitScript(watchJumps)
      for (const path of PAGES) {
        await settle(page, addressOf(path, { '[group]': GROUP, '[ref]': String(ref) }))
        const jumps = (await page.evaluate(() => globalThis.jumps)) ?? []
        const all = jumps.reduce((sum, jump) => sum + jump.value, 0)
        expect.soft(all, `${path}: ${JSON.stringify(jumps)}`).toBeLessThan(LEAST)
      }
    })
  })
