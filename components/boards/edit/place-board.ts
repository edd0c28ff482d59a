import type { QueryClient } from '@tanstack/react-query'

import { tellDone } from '#components/changes/undo.ts'
import { send, wordsOf } from '#components/changes/send.ts'
import { toast } from '#components/shell/toasts.ts'
import { placeBoard } from '#lib/contract/boards.ts'

/** Puts a board behind another in the list of boards; null puts it first. */
export async function placeBehind(
  client: QueryClient,
  group: string,
  { slug, title }: { slug: string; title: string },
  after: string | null,
) {
  try {
    const { event } = await send(placeBoard, { group, board: slug, after })
    tellDone(client, group, { event, text: `Moved “${title}” in the list of boards.` })
  } catch (error) {
    toast({ text: wordsOf(error), tone: 'refused' })
  }
}
