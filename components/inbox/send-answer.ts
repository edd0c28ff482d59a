import type { QueryClient } from '@tanstack/react-query'

import { changeWith } from '#components/changes/use-change.ts'
import { reactToComment } from '#lib/contract/comments.ts'
import { commentOnIssue } from '#lib/contract/issues.ts'

export type Answer = { emoji: string; comment: number } | { body: string }

/** Replies or reacts from where it is read. The event of it, to be told; null, with the reason told, when it did not arrive. */
export async function sendAnswer(
  client: QueryClient,
  group: string,
  ref: number,
  given: Answer,
): Promise<number | null> {
  const about = { issue: ref, message: `Answered on #${ref}.`, quiet: true }
  const answer =
    'body' in given
      ? await changeWith(client, {
          ...about,
          endpoint: commentOnIssue,
          input: { group, ref, body: given.body },
        })
      : await changeWith(client, {
          ...about,
          endpoint: reactToComment,
          input: { group, ref, ...given, on: true },
        })
  return answer && answer.event
}
