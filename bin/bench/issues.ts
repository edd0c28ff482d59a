import { issueLink } from '#lib/kit/links.ts'
import { profile, withBrowser } from './browser.ts'
import { probeIssue } from './issue-probe.ts'
import { counted, measured, type Measure } from './measure.ts'
import { summaryOf } from './numbers.ts'
import { load } from './page-load.ts'
import { repeat } from './repeat.ts'
import type { Stage } from './stage.ts'
import { visitor } from './visitor.ts'

const TIMES = 9
const WARM_UP = 3
/** Any issue of the large seed. */
const URL_OF = issueLink('load-1', 120)

/** Somebody opens an issue: how long until its page does what they say. */
export async function issues(stage: Stage): Promise<Measure[]> {
  const julie = await visitor(stage.address, 'julie')
  try {
    return await withBrowser(async (browser) => {
      const url = `${stage.address}${URL_OF}`
      const context = await profile(browser, url, julie.cookie)
      await context.addInitScript(probeIssue)
      await repeat(WARM_UP, () => load(context, url))
      const loads = await repeat(TIMES, () => load(context, url))
      await context.close()
      const of = (part: 'usable' | 'ttfb' | 'fcp' | 'longest' | 'busy') =>
        summaryOf(loads.map((one) => one[part]))
      const target = { at: 'median', most: 600 } as const
      return [
        measured('warm: W offers the weights', of('usable'), { target }),
        measured('warm: first byte', of('ttfb')),
        measured('warm: first paint', of('fcp')),
        measured('warm: longest task', of('longest')),
        measured('warm: processor time of the page', of('busy')),
        counted(
          'scripts, packed, with what answers the key',
          Math.max(...loads.map(({ script }) => script)) / 1000,
          {
            unit: 'kB',
          },
        ),
      ]
    })
  } finally {
    julie.close()
  }
}
