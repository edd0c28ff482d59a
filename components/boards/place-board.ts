import { send, wordsOf } from '#components/issues/deeds.ts'
import { toast } from '#components/shell/toasts.ts'
import { placeBoard } from '#lib/contract/boards.ts'

/** Puts a board behind another in the list of boards; null puts it first. */
export async function placeBehind(
  group: string,
  { slug, title }: { slug: string; title: string },
  after: string | null,
) {
  try {
    await send(placeBoard, { group, board: slug, after })
    toast({ text: `Moved “${title}” in the list of boards.` })
  } catch (error) {
    toast({ text: wordsOf(error), tone: 'refused' })
  }
}
