import type { BrowserContext, Page } from 'playwright'
import type { Loading } from './load-probe.ts'

/** A page that was loaded once; milliseconds from the start of the navigation. */
export type Load = Loading & {
  ttfb: number
  fcp: number
  /** Bytes of all scripts, packed as they went over the wire, from the cache or not. */
  script: number
  /** Elements in the document. */
  elements: number
  /** Processor time of the main thread, in milliseconds: other programs of the machine do not add to it. */
  busy: number
}

const PATIENCE_MS = 30_000

/** Loads an address in a new page and waits until its last card was reached. The context carries the probe. */
export async function load(context: BrowserContext, url: string): Promise<Load> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  try {
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.goto(url, { waitUntil: 'load', timeout: PATIENCE_MS })
    await page
      .waitForFunction(() => globalThis.loading?.lastCard && globalThis.loading.lcp, null, {
        timeout: PATIENCE_MS,
      })
      .catch(async () => {
        throw new Error(`${url}: ${await whyNotReached(page)}`)
      })
    const { metrics } = await session.send('Performance.getMetrics')
    const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
    return { ...(await page.evaluate(collect)), busy: seconds * 1000 }
  } finally {
    await page.close()
  }
}

async function whyNotReached(page: Page): Promise<string> {
  const usable = await page.evaluate(() => globalThis.loading?.usable ?? 0)
  if (usable === 0) return `no card took the focus by ↓ in ${PATIENCE_MS} ms (the page is ${page.url()})`
  return `the last card of the longest column did not appear in ${PATIENCE_MS} ms`
}

/** Runs in the page. */
function collect(): Omit<Load, 'busy'> {
  const [navigation] = performance.getEntriesByType('navigation')
  const paint = performance.getEntriesByName('first-contentful-paint')[0]
  const files = performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming)
  const scripts = files.filter(({ name }) => new URL(name).pathname.endsWith('.js'))
  const sizes = new Map(scripts.map(({ name, encodedBodySize }) => [name, encodedBodySize]))
  const { usable, lastCard, lcp, longest } = globalThis.loading ?? {
    usable: 0,
    lastCard: 0,
    lcp: 0,
    longest: 0,
  }
  const fcp = paint?.startTime ?? 0
  return {
    // What cannot be seen yet is of no use yet.
    usable: Math.max(usable, fcp),
    lastCard: Math.max(lastCard, fcp),
    lcp,
    longest,
    fcp,
    ttfb: navigation instanceof PerformanceNavigationTiming ? navigation.responseStart : 0,
    script: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    elements: document.querySelectorAll('*').length,
  }
}
