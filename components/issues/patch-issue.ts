import type { QueryClient } from '@tanstack/react-query'

import { readIssue } from '#lib/contract/issues.ts'
import type { Issue } from '#lib/contract/issues.ts'
import { reading } from '#lib/http/query.ts'

/** Shows at once what one's own act has changed in an issue, ahead of its being read anew. */
export function patchIssue(client: QueryClient, group: string, ref: number, patch: (issue: Issue) => Issue) {
  const { queryKey } = reading(readIssue, { group, ref })
  client.setQueryData<Issue>(queryKey, (issue) => issue && patch(issue))
}
