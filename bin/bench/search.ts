import { find } from '#db/queries/search.ts'
import { measured, type Measure } from './measure.ts'
import { summaryOf } from './numbers.ts'
import { repeat } from './repeat.ts'
import type { Stage } from './stage.ts'
import { bareClient, replay, statementsOf } from './statements.ts'
import { visitor } from './visitor.ts'
import { insistOn } from './wire.ts'

const TIMES = 60
const GROUP = 'load-1'

/** A word that is everywhere, two words, one that is not finished, a number, and a slip of the finger. */
const ASKED = ['expected', 'slow requests', 'proxi', '#120', 'modle lists']

/** Searches over the API among ten thousand issues, each beside the bare statements that it costs. */
export async function searches(stage: Stage): Promise<Measure[]> {
  const reader = await visitor(stage.address, 'julie')
  const url = await stage.databaseUrl()
  const bare = await bareClient(url)
  try {
    const measures: Measure[] = []
    for (const q of ASKED) {
      const path = `/api/v1/groups/${GROUP}/search?q=${encodeURIComponent(q)}`
      const once = async () => insistOn(200, await reader.get(path)).ms
      await repeat(10, once)
      const ours = summaryOf(await repeat(TIMES, once))
      const asked = await statementsOf({ url, group: GROUP, visitor: reader }, (ctx) =>
        find(ctx, { group: GROUP, q }),
      )
      await repeat(10, () => replay(bare, asked))
      const floor = summaryOf(await repeat(TIMES, () => replay(bare, asked))).median
      measures.push(measured(`“${q}”`, ours, { target: { at: 'p95', most: 50 }, floor }))
    }
    return measures
  } finally {
    reader.close()
    await bare.end()
  }
}
