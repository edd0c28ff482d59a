import { setTimeout } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright'

const PATIENCE_MS = 30_000

/** A page with a board that does what it is told: ↓ has moved the focus to a card. Throws when it never does. */
export async function openBoard(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'load', timeout: PATIENCE_MS })
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until) {
    await page.keyboard.press('ArrowDown')
    if (await page.evaluate(() => document.activeElement?.matches('li[aria-posinset]'))) return page
    await setTimeout(50)
  }
  throw new Error(`no card of ${url} took the focus by ↓ in ${PATIENCE_MS} ms`)
}
