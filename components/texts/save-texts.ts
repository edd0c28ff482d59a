import type { QueryClient } from '@tanstack/react-query'

import { tellDone } from '#components/changes/undo.ts'
import { absorbCard } from '#components/changes/cache-sync.ts'
import { editIssue } from '#lib/contract/issues.ts'
import type { Issue } from '#lib/contract/issues.ts'
import { readQuickActions } from '#lib/domain/quick-actions.ts'
import { writing } from '#lib/http/query.ts'

import { patchIssue } from '#components/changes/patch-issue.ts'

export type Texts = Partial<Pick<Issue, 'title' | 'description'>>
type Sent = Texts & { group: string; ref: number; version: number }

/** Saves texts of an issue as they were in a version, and shows them at once. Throws what the server said. */
export async function saveTexts(client: QueryClient, sent: Sent, key: string): Promise<number> {
  const { card, warnings, event } = await writing(editIssue).mutationFn({ input: sent, key })
  const { group, ref, title, description } = sent
  patchIssue(client, group, ref, (issue) => ({
    ...issue,
    ...card,
    // Where somebody changed the other text meanwhile, that is still the one of the version before.
    version: card.version === sent.version + 1 ? card.version : issue.version,
    ...(description === undefined ? {} : { description: readQuickActions(description).text }),
  }))
  absorbCard(client, group, card, event)
  tellDone(client, group, {
    event,
    text:
      title === undefined ? `Saved the description of #${ref}.` : `#${ref} is called “${card.title}” now.`,
    warnings: warnings.map(({ because }) => because),
  })
  return card.version
}
