import type { QueryClient } from '@tanstack/react-query'

import { changeWith } from '#components/changes/use-change.ts'
import { placeBoard } from '#lib/contract/boards.ts'

/** Puts a board behind another in the list of boards; null puts it first. */
export const placeBehind = (
  client: QueryClient,
  group: string,
  { slug, title }: { slug: string; title: string },
  after: string | null,
) =>
  changeWith(client, {
    endpoint: placeBoard,
    input: { group, board: slug, after },
    message: `Moved “${title}” in the list of boards.`,
  })
