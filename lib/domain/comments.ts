import type { Refusal } from '#lib/kit/refusal.ts'

/** Offered beside a comment: seen, agreed, thanks, done, a question, no. Any other single emoji may come by the API. */
export const REACTIONS = [
  { emoji: '👍', name: 'Yes' },
  { emoji: '👀', name: 'Looking' },
  { emoji: '🎉', name: 'Hooray' },
  { emoji: '❤️', name: 'Love it' },
  { emoji: '✅', name: 'Done' },
  { emoji: '🙏', name: 'Thanks' },
  { emoji: '🤔', name: 'Not sure' },
  { emoji: '👎', name: 'No' },
] as const

/** Words are their author's own, whatever role others have. */
export function whyNotEditComment({ author, me }: { author: string; me: string | null }): Refusal | null {
  if (author === me) return null
  return { code: 'not_yours', because: 'Only the author can edit a comment.' }
}

/** Handbook › Acknowledgement of Pings: "with either a threaded comment or an emoji". */
export function whyNotReaction(emoji: string): Refusal | null {
  if (/^\p{RGI_Emoji}$/v.test(emoji)) return null
  return { code: 'not_an_emoji', because: 'A reaction is one emoji.' }
}
