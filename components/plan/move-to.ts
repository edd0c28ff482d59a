import type { QueryClient } from '@tanstack/react-query'

import { changeMany } from '#components/changes/change-many.ts'
import { askAboutMany } from '#components/issues/push-back/ask-about-many.ts'
import { changeIssues } from '#lib/contract/issue-lists.ts'
import type { Actor } from '#lib/domain/permissions.ts'

/**
 * All at once, undone as one; what leaves the milestone that runs, once the EM has said whether it was pushed back.
 *
 * @param told in the past tense; `count` is “3 issues”
 */
export async function moveTo(
  client: QueryClient,
  { group, actor }: { group: string; actor: Actor },
  refs: readonly number[],
  milestone: string,
  told: (count: string) => string,
): Promise<void> {
  const wish = { what: 'milestone' as const, milestone }
  const answer = await askAboutMany(client, { group, actor }, refs, wish)
  if (!answer) return
  await changeMany(client, {
    group,
    endpoint: changeIssues,
    refs,
    input: (some, [begun]) => ({
      group,
      refs: [...some],
      change: { ...wish, ...answer },
      // what carries on an act is undone with it
      ...(begun ? { carriesOn: begun.event } : {}),
    }),
    optimistic: refs.map((ref) => ({ ref, facts: { milestone } })),
    message: told,
  })
}
