import { keptPastSayDo, keptPastSeries } from '#db/past/say-do.ts'
import { organisationCsv, sayDoCsv, seriesCsv, seriesMarkdown } from '#db/queries/say-do-files.ts'
import { organisationSayDo } from '#db/queries/say-do-organisation.ts'
import { keptSeries } from '#db/queries/say-do-series.ts'
import { keptSayDo } from '#db/queries/say-do.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import * as sayDo from '#lib/contract/say-do.ts'
import { bind, personOf } from '../bind.ts'
import type { RequestContext } from '../context.ts'
import { CSV_TYPE, fileAnswer, MARKDOWN_TYPE } from '../file-answer.ts'

type OfGroup<I> = I & { group: string }
type Asked = OfGroup<{ milestone: string; at?: string | undefined }>

const read = (context: RequestContext, { milestone, at }: Asked) =>
  at === undefined
    ? keptSayDo(context.ctx(), context.newest, { milestone })
    : keptPastSayDo(context.ctx(), context.newest, { milestone, at })

const list = (context: RequestContext, { group: _group, at, ...input }: InputOf<typeof sayDo.listSayDo>) =>
  at === undefined
    ? keptSeries(context.ctx(), context.newest, input)
    : keptPastSeries(context.ctx(), context.newest, { ...input, at })

export const sayDoHandlers = [
  bind(sayDo.readSayDo, read),
  bind(sayDo.exportSayDo, async (context, input) => {
    const answer = await read(context, input)
    const name = `${input.group}-say-do-${answer.milestone.slug}.csv`
    return fileAnswer(sayDoCsv(answer), { name, type: CSV_TYPE })
  }),
  bind(sayDo.listSayDo, list),
  bind(sayDo.exportSeries, async (context, input) =>
    fileAnswer(seriesCsv(await list(context, input)), { name: `${input.group}-say-do.csv`, type: CSV_TYPE }),
  ),
  bind(sayDo.writeSeries, async (context, input) =>
    fileAnswer(seriesMarkdown(await list(context, input)), {
      name: `${input.group}-say-do.md`,
      type: MARKDOWN_TYPE,
    }),
  ),
  bind(sayDo.readOrganisation, (context, input) => organisationSayDo(context.db, personOf(context), input)),
  bind(sayDo.exportOrganisation, async (context, input) => {
    const answer = await organisationSayDo(context.db, personOf(context), input)
    return fileAnswer(organisationCsv(answer), { name: 'say-do.csv', type: CSV_TYPE })
  }),
]
