import type { SentTo } from '#lib/contract/endpoint.ts'
import type { readInsights } from '#lib/contract/insights.ts'
import { WORK_TYPES } from '#lib/domain/labels.ts'

/** How many milestones; six unless the address says otherwise. */
export const LASTS = ['6', '3', '12'] as const

type Query = { get: (name: string) => string | null }

/** What the address asks for: how many milestones, of which team and type. */
export function insightsInput(group: string, query: Query): SentTo<typeof readInsights> {
  const last = LASTS.find((one) => one === query.get('last')) ?? LASTS[0]
  const team = query.get('team')
  const type = WORK_TYPES.find((one) => one === query.get('type'))
  return {
    group,
    last: Number(last),
    ...(team !== null && SLUG.test(team) ? { team } : {}),
    ...(type ? { type } : {}),
  }
}

const SLUG = /^[a-z0-9][a-z0-9._-]{0,79}$/
