import type { QueryClient } from '@tanstack/react-query'

import { viewBoard } from '#lib/contract/boards.ts'
import { indexIssues, rowsOfIssues } from '#lib/contract/issue-lists.ts'
import { readIssue } from '#lib/contract/issues.ts'
import type { Card } from '#lib/contract/issues.ts'
import { inputOf, isOfPast } from '#lib/http/query.ts'

type Seen = { cards?: readonly Card[]; first?: readonly Card[]; items?: readonly Card[] }

/** Of some issues what the page has read of them so far, on boards, in lists or alone. */
export function seenCards(client: QueryClient, group: string, refs: Iterable<number>): Card[] {
  const wanted = new Set(refs)
  const seen = new Map<number, Card>()
  const ofGroup = ({ queryKey }: { queryKey: readonly unknown[] }) =>
    inputOf(queryKey)['group'] === group && !isOfPast(queryKey)
  for (const { id } of [indexIssues, rowsOfIssues, viewBoard]) {
    for (const [, read] of client.getQueriesData<Seen>({ queryKey: [id], predicate: ofGroup })) {
      for (const card of read?.cards ?? read?.first ?? read?.items ?? [])
        if (wanted.has(card.ref)) seen.set(card.ref, card)
    }
  }
  for (const [, issue] of client.getQueriesData<Card>({ queryKey: [readIssue.id], predicate: ofGroup }))
    if (issue && wanted.has(issue.ref)) seen.set(issue.ref, issue)
  return [...seen.values()]
}
