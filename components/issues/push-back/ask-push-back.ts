import { createStore } from '#components/ui/store.ts'

/** What leaves the Build Board of a milestone that runs, before it does. */
export type PushBackAsk = {
  /** “#12”, or “3 issues”: those that leave. */
  subject: string
  /** The title of the milestone. */
  milestone: string
}

/** Just taken off, or by an accepted push-back. */
export type PushBackAnswer = { pushBack?: { reason: string } }

/** The one question that is open; the frame of the page shows it. */
export const pushBacks = createStore<{
  ask: (PushBackAsk & { answer: (answer: PushBackAnswer | null) => void }) | null
}>({ ask: null })

/** Asks the EM; null where the question is left, and then nothing is changed. */
export function askPushBack(ask: PushBackAsk): Promise<PushBackAnswer | null> {
  pushBacks.get().ask?.answer(null)
  const { promise, resolve } = Promise.withResolvers<PushBackAnswer | null>()
  const answer = (given: PushBackAnswer | null) => {
    pushBacks.set({ ask: null })
    resolve(given)
  }
  pushBacks.set({ ask: { ...ask, answer } })
  return promise
}
