import { OperatorError } from '#db/embedded/operator-error.ts'
import { listSayDo, type SayDoSeries } from '#lib/contract/say-do.ts'
import { addressOf } from '#lib/http/call.ts'
import { sayDoLink } from '#lib/kit/links.ts'
import { readBoard } from './board.ts'
import { probeLoading } from './load-probe.ts'
import { measured, type Measure } from './measure.ts'
import { mover } from './mover.ts'
import { summaryOf } from './numbers.ts'
import { repeat } from './repeat.ts'
import { probeSayDo } from './say-do-probe.ts'
import type { Stage } from './stage.ts'
import { staticPage } from './static-page.ts'
import { visitor } from './visitor.ts'
import { warmLoads } from './warm-loads.ts'
import { insistOn, textOf } from './wire.ts'

const GROUP = 'load-1'
const LAST = 24
const TIMES = 60
/** How many times a static page it may take. */
const MOST = 8

/** What was said and done in the last two years: over the API, and its page. */
export async function sayDo(stage: Stage): Promise<Measure[]> {
  const julie = await visitor(stage.address, 'julie')
  const writer = julie.another()
  try {
    const path = addressOf(listSayDo, { group: GROUP, last: LAST })
    const ask = async () => insistOn(200, await julie.get(path))
    const series: SayDoSeries = JSON.parse(textOf(await ask()))
    const over = series.milestones.filter(({ runs }) => !runs).length
    if (over < LAST)
      throw new OperatorError(
        `${GROUP} has ${over} milestones that are over instead of ${LAST}; remove .data/bench and run the bench again.`,
      )
    const { move } = mover(writer, GROUP, await readBoard(julie, GROUP), { nth: 0, of: 1 })
    const afterChange = await repeat(TIMES, async () => {
      await move()
      return (await ask()).ms
    })
    const unchanged = await repeat(TIMES, async () => (await ask()).ms)
    return [
      measured(`${LAST} milestones, right after a change`, summaryOf(afterChange)),
      measured(`${LAST} milestones, unchanged`, summaryOf(unchanged)),
      ...(await onScreen(`${stage.address}${sayDoLink(GROUP)}?last=${LAST}`, julie.cookie)),
    ]
  } finally {
    for (const one of [writer, julie]) one.close()
  }
}

async function onScreen(url: string, cookie: string): Promise<Measure[]> {
  const plain = await staticPage()
  const floor = await warmLoads({ url: plain.address, cookie: '', probe: probeLoading }).finally(plain.close)
  const loads = await warmLoads({ url, cookie, probe: probeSayDo })
  const line = (title: string, part: 'usable' | 'ttfb' | 'fcp' | 'longest' | 'busy', most?: number) => {
    const least = summaryOf(floor.map((one) => one[part])).median
    return measured(`${LAST} milestones, warm: ${title}`, summaryOf(loads.map((one) => one[part])), {
      target: most === undefined ? null : { at: 'median', most: most * least },
      floor: least,
    })
  }
  return [
    line('keys work on the chart', 'usable', MOST),
    line('first byte', 'ttfb'),
    line('first paint', 'fcp'),
    line('longest task', 'longest'),
    line('processor time of the page', 'busy'),
  ]
}
