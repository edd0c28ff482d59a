import { setTimeout } from 'node:timers/promises'
import type { BrowserContext } from 'playwright'
import { withOrdinaryWindow } from './browser.ts'
import { load, type Load } from './page-load.ts'
import { repeat } from './repeat.ts'

export type Visit = { url: string; cookie: string; probe: () => void }

const TIMES = 9
const EARLIER_VISITS = 3
/** Chromium keeps what it has compiled of a page when that has been at rest for a while. */
const STAY_MS = 2500

/** How an address loads for somebody who was there before, in an ordinary window. */
export const warmLoads = ({ url, cookie, probe }: Visit): Promise<Load[]> =>
  withOrdinaryWindow({ url, cookie }, async (context) => {
    await repeat(EARLIER_VISITS, () => stay(context, url))
    await context.addInitScript(probe)
    await load(context, url)
    return await repeat(TIMES, () => load(context, url))
  })

async function stay(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'load' })
  await setTimeout(STAY_MS)
  await page.close()
}
