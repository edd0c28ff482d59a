import type { SentTo } from '#lib/contract/endpoint.ts'
import type { listIssues } from '#lib/contract/issues.ts'
import { filterFrom } from '#lib/domain/filters.ts'
import type { Field } from '#lib/domain/filters.ts'

export type ListInput = SentTo<typeof listIssues>
const PAGE = 100

/**
 * What of a filter the server can narrow by: one value of each field, and what must be there. The browser narrows the
 * answer by the rest, so that a list keeps every filter that a board knows.
 */
export function listInput(group: string, params: URLSearchParams): ListInput {
  const { text, clauses } = filterFrom(params)
  const only = (field: Field) => {
    const wanted = clauses.filter((clause) => clause.field === field && clause.is)
    return wanted.length === 1 && wanted[0]?.value !== 'none' ? wanted[0]?.value : undefined
  }
  const [person, team, epic] = [only('person'), only('team'), Number(only('epic'))]
  const type = clauses.filter(({ field, is }) => field === 'type' && is)
  const labels = clauses.filter(({ field, is }) => field === 'label' && is).map(({ value }) => value)
  return {
    group,
    limit: PAGE,
    state: params.get('state') === 'closed' ? 'closed' : 'open',
    ...(person ? { person } : {}),
    ...(team ? { team } : {}),
    ...(Number.isInteger(epic) && epic > 0 ? { epic } : {}),
    ...(labels.length > 0 ? { label: labels } : {}),
    ...(type.length === 1 && isType(type[0]?.value) ? { type: type[0].value } : {}),
    ...(text.trim() ? { q: text.trim().slice(0, 200) } : {}),
  }
}

const TYPES = ['bug', 'maintenance', 'feature', 'none'] as const

function isType(value: string | undefined): value is (typeof TYPES)[number] {
  return TYPES.some((type) => type === value)
}
