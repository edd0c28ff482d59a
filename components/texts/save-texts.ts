import type { QueryClient } from '@tanstack/react-query'

import { changeWith } from '#components/changes/use-change.ts'
import { editIssue } from '#lib/contract/issues.ts'
import type { Issue } from '#lib/contract/issues.ts'

import { patchIssue } from '#components/changes/patch-issue.ts'

export type Texts = Partial<Pick<Issue, 'title' | 'description'>>
type Sent = Texts & { group: string; ref: number; version: number }

/** Saves texts of an issue as they were in a version, and shows them at once. Throws what the server said. */
export async function saveTexts(client: QueryClient, sent: Sent, key: string): Promise<number> {
  const { group, ref, title, description } = sent
  let version = sent.version
  const shown = description && MAY_ACT.test(description) ? await withoutActions(description) : description
  await changeWith(client, {
    endpoint: editIssue,
    input: sent,
    key,
    throws: true,
    message: ({ card }) =>
      title === undefined ? `Saved the description of #${ref}.` : `#${ref} is called “${card.title}” now.`,
    apply({ card }) {
      version = card.version
      patchIssue(client, group, ref, (issue) => ({
        ...issue,
        ...card,
        // Where another person changed the other text meanwhile, that is still the one of the version before.
        version: card.version === sent.version + 1 ? card.version : issue.version,
        ...(shown === undefined ? {} : { description: shown }),
      }))
    },
  })
  return version
}

/** Whether a line begins as a quick action does. */
const MAY_ACT = /^\//m

/** As the server keeps a text. Where what reads quick actions cannot be fetched, they are seen until the server's word comes. */
async function withoutActions(text: string): Promise<string> {
  try {
    const { readQuickActions } = await import('#lib/domain/quick-actions.ts')
    return readQuickActions(text).text
  } catch {
    return text
  }
}
