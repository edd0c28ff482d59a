import { createStore } from '#components/ui/store.ts'
import { Refused } from '#lib/http/call.ts'

/** Who gave no answer: nobody at all, or the server without its database. */
export type Away = 'server' | 'database'
type Waiting = { id: number; words: string; answer: (again: boolean) => void }

/** Acts that could not be sent, in the order in which they were done. They live as long as the page does. */
export const outbox = createStore<{ waiting: readonly Waiting[]; away: Away | null }>({
  waiting: [],
  away: null,
})

/** What was given up by whoever did it. */
export class Discarded extends Error {
  constructor() {
    super('Discarded.')
    this.name = 'Discarded'
  }
}

let lastId = 0

/** Holds an act until somebody answers again: true to send it anew, false when it was discarded. */
export function waitInOutbox(words: string): Promise<boolean> {
  lastId += 1
  const id = lastId
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const answer = (again: boolean) => {
    outbox.set(({ waiting }) => ({ waiting: waiting.filter((one) => one.id !== id) }))
    resolve(again)
  }
  outbox.set(({ waiting }) => ({ waiting: [...waiting, { id, words, answer }] }))
  return promise
}

/** Sends all that waits, in its order. */
export function sendWaiting() {
  for (const { answer } of outbox.get().waiting) answer(true)
}

/** Null for an answer, also for one that says no. */
export function whoIsAway(error: unknown): Away | null {
  if (!(error instanceof Refused)) return error instanceof TypeError ? 'server' : null
  return error.problem.status === 503 ? 'database' : null
}
