import { readCalibration } from '#db/queries/calibration.ts'
import { insightsCsv } from '#db/queries/insights-files.ts'
import { keptList } from '#db/queries/insights-list.ts'
import { drawn, keptMeasures } from '#db/queries/insights.ts'
import * as insights from '#lib/contract/insights.ts'
import { bind } from '../bind.ts'
import type { RequestContext } from '../context.ts'
import { CSV_TYPE, fileAnswer } from '../file-answer.ts'

type Asked = Parameters<typeof keptMeasures>[2] & { group: string }

const measured = (context: RequestContext, { last, team, type }: Asked) =>
  keptMeasures(context.ctx(), context.newest, { last, team, type })

export const insightsHandlers = [
  bind(insights.readCalibration, (context, { group: _group, ...input }) =>
    readCalibration(context.ctx(), input),
  ),
  bind(insights.readInsights, async (context, input) => drawn(await measured(context, input))),
  bind(insights.listInsight, (context, { group: _group, ...input }) =>
    keptList(context.ctx(), context.newest, input),
  ),
  bind(insights.exportInsights, async (context, input) =>
    fileAnswer(insightsCsv(input.table, await measured(context, input)), {
      name: `${input.group}-insights-${input.table}.csv`,
      type: CSV_TYPE,
    }),
  ),
]
