import type { SentTo } from '#lib/contract/endpoint.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { listSayDo, readSayDo } from '#lib/contract/say-do.ts'
import type { SayDoSeries } from '#lib/contract/say-do.ts'
import { WORK_TYPES } from '#lib/domain/labels.ts'
import { reading } from '#lib/http/query.ts'
import { momentIn, momentOf } from '#lib/kit/past.ts'

/** The first one shows unless the address says otherwise. */
export const CHARTS = ['issues', 'weight', 'table'] as const
export const LASTS = ['6', '12', '24'] as const

type Query = { get: (name: string) => string | null }

/** What the address asks for: how many milestones, in which unit, of which team and type, as of which moment. */
export function seriesInput(group: string, query: Query): SentTo<typeof listSayDo> {
  const last = LASTS.find((one) => one === query.get('last')) ?? LASTS[0]
  const team = query.get('team')
  const type = WORK_TYPES.find((one) => one === query.get('type'))
  return {
    group,
    last: Number(last),
    by: query.get('chart') === 'weight' ? 'weight' : 'issues',
    ...(team !== null && SLUG.test(team) ? { team } : {}),
    ...(type ? { type } : {}),
    ...momentOf(momentIn(query)),
  }
}

const SLUG = /^[a-z0-9][a-z0-9._-]{0,79}$/

/** Of the page that names no milestone: the latest that is over, or else the one that runs. */
export const milestoneShown = ({ milestones }: SayDoSeries): string | null =>
  (milestones.findLast(({ runs }) => !runs) ?? milestones.at(-1))?.milestone.slug ?? null

export const sayDoReads = (group: string, milestone: string, series: SentTo<typeof listSayDo>) => [
  reading(readSayDo, { group, milestone, ...momentOf(series.at ?? null) }),
  reading(listSayDo, series),
  reading(listMilestones, { group }),
]
