import { send, wordsOf } from '#components/issues/send.ts'
import { toast } from '#components/shell/toasts.ts'
import { reactToComment } from '#lib/contract/comments.ts'
import { commentOnIssue } from '#lib/contract/issues.ts'

export type Answer = { emoji: string; comment: number } | { body: string }

/** Replies or reacts from where one reads it. False, with the reason told, when it did not arrive. */
export async function sendAnswer(group: string, ref: number, said: Answer): Promise<boolean> {
  const told = `Answered on #${ref}.`
  try {
    if ('body' in said) await send(commentOnIssue, { group, ref, body: said.body }, told)
    else await send(reactToComment, { group, ref, ...said, on: true }, told)
    return true
  } catch (error) {
    toast({ text: wordsOf(error), tone: 'refused' })
    return false
  }
}
