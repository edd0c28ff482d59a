import type { Browser } from 'playwright'
import { boardLink } from '#lib/kit/links.ts'
import { BOARDS, type Board } from './board.ts'
import { profile, withBrowser } from './browser.ts'
import { probeLoading } from './load-probe.ts'
import { counted, measured, type Measure, type Target } from './measure.ts'
import { summaryOf } from './numbers.ts'
import { load, type Load } from './page-load.ts'
import { repeat } from './repeat.ts'
import type { Stage } from './stage.ts'
import { staticPage } from './static-page.ts'
import { visitor } from './visitor.ts'
import { warmLoads, type Visit } from './warm-loads.ts'

const TIMES = 9
/** After so many loads Chromium has cached the files. */
const WARM_UP = 3

/** A person opens a board: how long until it does what they say, and what it weighs. */
export async function pages(stage: Stage): Promise<Measure[]> {
  const julie = await visitor(stage.address, 'julie')
  try {
    return await withBrowser(async (browser) => {
      const measures: Measure[] = []
      const floor = await floorOf(browser)
      for (const board of BOARDS) {
        const url = `${stage.address}${boardLink(board.group, 'build')}`
        const visit = { url, cookie: julie.cookie, probe: probeLoading }
        const cold = await coldLoads(browser, visit)
        const privately = await privateLoads(browser, visit)
        const warm = await warmLoads(visit)
        measures.push(...measuresOf(board, { cold, privately, warm, floor }))
      }
      return measures
    })
  } finally {
    julie.close()
  }
}

/** Each in a profile of its own: an empty cache, while the server is warm. */
async function coldLoads(browser: Browser, { url, cookie, probe }: Visit, times = TIMES): Promise<Load[]> {
  return await repeat(times, async () => {
    const context = await profile(browser, url, cookie)
    await context.addInitScript(probe)
    const loaded = await load(context, url)
    await context.close()
    return loaded
  })
}

/** A private window keeps the files of earlier visits, not the compiled scripts. */
async function privateLoads(browser: Browser, { url, cookie, probe }: Visit): Promise<Load[]> {
  const context = await profile(browser, url, cookie)
  await context.addInitScript(probe)
  await repeat(WARM_UP, () => load(context, url))
  const loads = await repeat(TIMES, () => load(context, url))
  await context.close()
  return loads
}

async function floorOf(browser: Browser): Promise<Ways> {
  const page = await staticPage()
  try {
    const visit = { url: page.address, cookie: '', probe: probeLoading }
    return {
      cold: await coldLoads(browser, visit, 5),
      privately: await privateLoads(browser, visit),
      warm: await warmLoads(visit),
    }
  } finally {
    await page.close()
  }
}

type Ways = { cold: Load[]; privately: Load[]; warm: Load[] }

const WORDS: Record<keyof Ways, string> = { cold: 'cold', privately: 'warm, private', warm: 'warm' }
const TARGETS: Record<number, { cold: number | null; warm: number | null }> = {
  1000: { cold: 900, warm: 500 },
  5000: { cold: null, warm: 900 },
}

function measuresOf({ cards }: Board, { floor, ...loads }: Ways & { floor: Ways }): Measure[] {
  const goal = TARGETS[cards] ?? { cold: null, warm: null }
  const name = `${cards.toLocaleString('en')} cards`
  const within = (most: number | null): Target | null => (most === null ? null : { at: 'median', most })
  const time = (title: string, part: keyof Load, how: keyof Ways, most: number | null = null) =>
    measured(`${name}, ${WORDS[how]}: ${title}`, summaryOf(loads[how].map((one) => one[part])), {
      target: within(most),
      floor: summaryOf(floor[how].map((one) => one[part])).median,
    })
  const of = (how: 'cold' | 'warm') => [
    time('keys work', 'usable', how, goal[how]),
    time('last card reached', 'lastCard', how, goal[how]),
    time('first byte', 'ttfb', how),
    time('first paint', 'fcp', how),
    time('largest paint', 'lcp', how),
    time('longest task', 'longest', how),
    time('processor time of the page', 'busy', how),
  ]
  const most = (part: 'script' | 'elements') =>
    Math.max(...[...loads.cold, ...loads.warm].map((one) => one[part]))
  return [
    ...of('warm'),
    ...of('cold'),
    time('keys work', 'usable', 'privately'),
    counted(`${name}: scripts, packed`, most('script') / 1000, { unit: 'kB', target: within(220) }),
    counted(`${name}: elements on the page`, most('elements'), { target: within(1500) }),
  ]
}
