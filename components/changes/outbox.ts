import { createStore } from '#components/ui/store.ts'
import { PAST_BUSY } from '#lib/domain/past.ts'
import { Refused } from '#lib/http/call.ts'
import { isLost } from '#lib/http/speaker.ts'

/** Who gave no answer: nobody at all, or the server without its database. */
export type Away = 'server' | 'database'

/** What is asked of the server, under the key that makes it happen once, and what it does in words. */
export type Act = {
  method: string
  path: string
  input: Record<string, unknown>
  key: string
  words: string
}
type Waiting = Act & {
  /** False when it has to wait on. */
  attempt: () => Promise<boolean>
  discard: () => void
}

/** Acts that could not be sent, in the order in which they were done; `sending` is the key of the one on its way. */
export const outbox = createStore<{
  waiting: readonly Waiting[]
  sending: string | null
  away: Away | null
}>({ waiting: [], sending: null, away: null })

/** What was given up by whoever did it. */
export class Discarded extends Error {
  constructor() {
    super('Discarded.')
    this.name = 'Discarded'
  }
}

/** Holds an act until somebody answers it; throws the refusal, or that it was discarded. */
export function waitInOutbox<T>(act: Act, run: () => Promise<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const leave = () => outbox.set(({ waiting }) => ({ waiting: waiting.filter(({ key }) => key !== act.key) }))
  const attempt = async () => {
    try {
      const answer = await run()
      leave()
      resolve(answer)
    } catch (error) {
      if (isHeld(error)) return false
      leave()
      reject(error)
    }
    return true
  }
  const discard = () => {
    if (outbox.get().sending === act.key) return
    leave()
    reject(new Discarded())
  }
  outbox.set(({ waiting }) => ({ waiting: [...waiting, { ...act, attempt, discard }] }))
  return promise
}

/** Sends what waits, one after the other in its order, until one has to wait on. */
export async function sendWaiting(): Promise<void> {
  if (outbox.get().sending !== null) return
  for (let goesOn = true; goesOn;) {
    const [next] = outbox.get().waiting
    outbox.set({ sending: next?.key ?? null })
    goesOn = next !== undefined && (await next.attempt())
    outbox.set({ sending: null })
  }
}

/** Null for an answer, also for one that says no. */
export function whoIsAway(error: unknown): Away | null {
  if (!(error instanceof Refused)) return error instanceof TypeError ? 'server' : null
  // the past is full for a moment, and the present is not
  if (error.problem['rule'] === PAST_BUSY) return null
  return error.problem.status === 503 ? 'database' : null
}

/** Whether it can be sent again: nobody answered, or whoever did it is not the one who is signed in. Notes the former. */
export function isHeld(error: unknown): boolean {
  const away = whoIsAway(error)
  if (away !== null) outbox.set({ away })
  return away !== null || (error instanceof Refused && isLost(error.problem))
}
