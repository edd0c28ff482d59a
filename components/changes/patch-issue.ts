import type { QueryClient } from '@tanstack/react-query'

import { indexIssues, rowsOfIssues } from '#lib/contract/issue-lists.ts'
import type { IssueIndex, ListRow } from '#lib/contract/issue-lists.ts'
import { readIssue } from '#lib/contract/issues.ts'
import type { Issue } from '#lib/contract/issues.ts'
import { inputOf, isOfPast, reading } from '#lib/http/query.ts'

import type { Optimistic } from './optimistic.ts'

/** Shows at once what one's own act has changed in an issue, ahead of its being read anew. */
export function patchIssue(client: QueryClient, group: string, ref: number, patch: (issue: Issue) => Issue) {
  const { queryKey } = reading(readIssue, { group, ref })
  client.setQueryData<Issue>(queryKey, (issue) => issue && patch(issue))
}

/**
 * Shows at once on its page and in lists what one's own act has made of an issue, so that what was hoped for does not
 * go back until it is read anew. Texts stay with the version in which they were read: whoever edits them goes by it.
 */
export function patchFacts(client: QueryClient, group: string, ref: number, facts: Optimistic) {
  patchIssue(client, group, ref, (issue) => {
    const { title, version } = issue
    return { ...issue, ...facts, title, version }
  })
  const patched = (rows: ListRow[]) =>
    rows.some((row) => row.ref === ref)
      ? rows.map((row) => (row.ref === ref ? { ...row, ...facts } : row))
      : rows
  const ofGroup = ({ queryKey }: { queryKey: readonly unknown[] }) =>
    inputOf(queryKey)['group'] === group && !isOfPast(queryKey)
  client.setQueriesData<IssueIndex>({ queryKey: [indexIssues.id], predicate: ofGroup }, (index) => {
    const first = index && patched(index.first)
    return index && first && first !== index.first ? { ...index, first } : index
  })
  client.setQueriesData<{ items: ListRow[] }>({ queryKey: [rowsOfIssues.id], predicate: ofGroup }, (rows) => {
    const items = rows && patched(rows.items)
    return rows && items && items !== rows.items ? { ...rows, items } : rows
  })
}
