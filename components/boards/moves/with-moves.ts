'use client'

import { toast } from '#components/shell/toasts.ts'

type Library = typeof import('./moves-library.ts')

let here: Library | null = null

/** The rules of moves come right behind the page, which is drawn without them: before a card can be dropped. */
export const fetchMoves = async (): Promise<Library> => (here ??= await import('./moves-library.ts'))

/** What is known of moves by now; null just after a board was opened. */
export const movesHere = (): Library | null => here

/**
 * At once where the rules are here. Where they do not come, the reader is told of it, and nothing was done.
 *
 * @param undone what did not happen, as a sentence without its full stop
 */
export function withMoves(act: (library: Library) => void, undone: string) {
  if (here) return act(here)
  const refuse = () => toast({ text: `${undone}. Check the connection, then try again.`, tone: 'refused' })
  void fetchMoves().then(act, refuse)
}
