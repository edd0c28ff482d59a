import { newKey } from '#components/shell/new-key.ts'
import { Discarded, isHeld, outbox, waitInOutbox, whoIsAway } from './outbox.ts'
import type { Endpoint, OutputOf, SentTo } from '#lib/contract/endpoint.ts'
import { Refused, Silent } from '#lib/http/call.ts'
import { writing } from '#lib/http/query.ts'

const ATTEMPTS = 3

type Sending = {
  /** In words what it does: such an act can wait. */
  message?: string | undefined
  onWait?: (() => void) | undefined
  /** Of an attempt that was made before. */
  key?: string | undefined
}

/**
 * Tries again when the server could not be reached: the key makes sure that the act happens once. An act with a
 * message waits where everybody sees it, until the server answers or the person gives it up (`Discarded`); `onWait` is
 * called when it begins to.
 */
export async function send<E extends Endpoint>(
  endpoint: E,
  input: SentTo<E>,
  { message, onWait, key = newKey() }: Sending = {},
): Promise<OutputOf<E>> {
  const run = () => writing(endpoint).mutationFn({ input, key })
  const wait = (words: string) => {
    const { method, path } = endpoint
    const answer = waitInOutbox({ method, path, input, key, words }, run)
    onWait?.()
    return answer
  }
  // what was done before it is sent before it
  if (message !== undefined && outbox.get().waiting.length > 0) return wait(message)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      // a line that has been silent for so long is dead: who did it should see at once that it waits
      const isWorthIt = whoIsAway(error) !== null && !(error instanceof Silent)
      if (isWorthIt && attempt < ATTEMPTS && navigator.onLine) {
        await new Promise((resolve) => setTimeout(resolve, 400 * attempt))
        continue
      }
      if (message === undefined || !isHeld(error)) throw error
      return wait(message)
    }
  }
}

/** The reason of a refusal, or that nobody answered. */
export function wordsOf(error: unknown): string {
  if (error instanceof Refused) return error.problem.detail
  if (error instanceof Discarded) return 'Discarded before sending.'
  return 'The server cannot be reached. Try again when the page says “Live”.'
}
