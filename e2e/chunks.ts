import { expect, type Page, type Route } from 'playwright/test'

const CHUNKS = '**/_next/static/chunks/**'

export type Chunks = { letThrough: () => void; fail: () => void }

/**
 * From now on the parts of a page that are fetched when they are asked for do not come until they are let through, as on
 * a slow network. The page never finds the time to fetch them ahead.
 */
export async function holdChunks(page: Page): Promise<Chunks> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  await page.route(CHUNKS, async (route) => {
    if (await promise) await route.continue()
    else await route.abort()
  })
  return { letThrough: () => resolve(true), fail: () => resolve(false) }
}

/** Before a page is opened: the script in which these words stand does not come until it is let through. */
export async function holdScriptOf(page: Page, words: string): Promise<Chunks> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  let isOpen = false
  const pass = async (route: Route) => {
    if (isOpen) return route.continue()
    const response = await route.fetch()
    const isHeld = (await response.text()).includes(words)
    return !isHeld || (await promise) ? route.fulfill({ response }) : route.abort()
  }
  // a story may be over while the page still fetches ahead
  await page.route(CHUNKS, async (route) => {
    try {
      await pass(route)
    } catch (error) {
      if (!/disposed|closed/.test(String(error))) throw error
    }
  })
  const letThrough = () => {
    isOpen = true
    resolve(true)
  }
  return { letThrough, fail: () => resolve(false) }
}

/** Before the page is opened: it fetches nothing ahead. */
export const withoutRest = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })

const LOOKS = [1_500]

/** Waits until the page has fetched all that it fetches ahead: between two looks at it no script has come. */
export async function untilAtRest(page: Page): Promise<void> {
  let before = -1
  const hasRested = async () => {
    const now = await page.evaluate(() => performance.getEntriesByType('resource').length)
    const isSame = now === before
    before = now
    return isSame
  }
  await expect.poll(hasRested, { intervals: LOOKS, timeout: 30_000 }).toBe(true)
}
