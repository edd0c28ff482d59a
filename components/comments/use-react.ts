'use client'

import { useQueryClient } from '@tanstack/react-query'

import { useChange } from '#components/changes/use-change.ts'
import { patchIssue } from '#components/changes/patch-issue.ts'
import { reactToComment } from '#lib/contract/comments.ts'
import type { Issue } from '#lib/contract/issues.ts'

import { withReaction } from './with-reaction.ts'

type Where = { group: string; issue: number; comment: Issue['comments'][number]; me: string }

/** Puts an emoji of one's own on a comment or takes it off, at once on the screen. */
export function useReact({ group, issue, comment, me }: Where) {
  const client = useQueryClient()
  const change = useChange()
  const show = (emoji: string, on: boolean) =>
    patchIssue(client, group, issue, (now) => ({
      ...now,
      comments: now.comments.map((one) =>
        one.id === comment.id ? { ...one, reactions: withReaction(one.reactions, emoji, me, on) } : one,
      ),
    }))
  const has = (emoji: string) =>
    comment.reactions.some((one) => one.emoji === emoji && one.people.includes(me))
  const toggle = async (emoji: string) => {
    const on = !has(emoji)
    await change({
      endpoint: reactToComment,
      input: { group, ref: issue, comment: comment.id, emoji, on },
      message: null,
      show() {
        show(emoji, on)
        return () => show(emoji, !on)
      },
    })
  }
  return { has, toggle: (emoji: string) => void toggle(emoji) }
}
