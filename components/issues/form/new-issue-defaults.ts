import type { Card } from '#lib/contract/issues.ts'
import { createStore } from '#components/ui/store.ts'

/** What an issue gets by being made where one is: the labels of a board and its milestone. */
export type Beginning = {
  labels: readonly string[]
  milestone: { slug: string; title: string } | null
  /** Why the page does not show it all the same, as the end of a sentence. */
  whyNotHere: (card: Card) => string | null
}

/** Whether a new issue is being written, and what the page that is shown gives it. */
export const newIssueDefaults = createStore<{ isOpen: boolean; here: Beginning | null }>({
  isOpen: false,
  here: null,
})

export const openNewIssue = () => newIssueDefaults.set({ isOpen: true })
