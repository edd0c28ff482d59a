import { send, wordsOf } from '#components/changes/send.ts'
import { toast } from '#components/shell/toasts.ts'
import { reactToComment } from '#lib/contract/comments.ts'
import { commentOnIssue } from '#lib/contract/issues.ts'

export type Answer = { emoji: string; comment: number } | { body: string }

/** Replies or reacts from where one reads it. The event of it; null, with the reason told, when it did not arrive. */
export async function sendAnswer(group: string, ref: number, said: Answer): Promise<number | null> {
  const told = `Answered on #${ref}.`
  try {
    const { event } =
      'body' in said
        ? await send(commentOnIssue, { group, ref, body: said.body }, told)
        : await send(reactToComment, { group, ref, ...said, on: true }, told)
    return event
  } catch (error) {
    toast({ text: wordsOf(error), tone: 'refused' })
    return null
  }
}
