import type { QueryClient } from '@tanstack/react-query'

import { changeWith } from '#components/changes/use-change.ts'
import { reopenMilestone } from '#lib/contract/closing.ts'
import type { MilestoneFacts } from '#lib/contract/facts.ts'

/** Opens a milestone again, and says what came back and what stays. */
export async function reopen(
  client: QueryClient,
  group: string,
  { slug, title }: Pick<MilestoneFacts, 'slug' | 'title'>,
): Promise<void> {
  await changeWith(client, {
    endpoint: reopenMilestone,
    input: { group, milestone: slug },
    message: ({ back }) =>
      `Reopened ${title}${back > 0 ? `. ${back === 1 ? '1 issue' : `${back} issues`} came back` : ''}.`,
    warnings: ({ stayed }) => stayed.map(({ ref, because }) => `#${ref}: ${because}`),
    final: 'Close the milestone again instead.',
  })
}
