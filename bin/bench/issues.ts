import { issueLink } from '#lib/kit/links.ts'
import { probeIssue } from './issue-probe.ts'
import { counted, measured, type Measure } from './measure.ts'
import { summaryOf } from './numbers.ts'
import type { Stage } from './stage.ts'
import { visitor } from './visitor.ts'
import { warmLoads } from './warm-loads.ts'

/** Any issue of the large seed. */
const URL_OF = issueLink('load-1', 120)

/** Somebody opens an issue: how long until its page does what they say. */
export async function issues(stage: Stage): Promise<Measure[]> {
  const julie = await visitor(stage.address, 'julie')
  try {
    const url = `${stage.address}${URL_OF}`
    const loads = await warmLoads({ url, cookie: julie.cookie, probe: probeIssue })
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
  } finally {
    julie.close()
  }
}
