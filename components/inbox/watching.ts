import type { QueryClient } from '@tanstack/react-query'

import { changeWith } from '#components/changes/use-change.ts'
import { watchIssue } from '#lib/contract/inbox.ts'

/** Follows an issue or leaves it, and says so. */
export async function setWatching(
  client: QueryClient,
  group: string,
  ref: number,
  watching: boolean,
  isUndo = false,
): Promise<void> {
  await changeWith(client, {
    endpoint: watchIssue,
    input: { group, ref, watching },
    message: watching
      ? `You’re watching #${ref}.`
      : `You’re no longer watching #${ref}. Mentions still arrive.`,
    ...(isUndo ? {} : { undo: () => () => setWatching(client, group, ref, !watching, true) }),
  })
}
