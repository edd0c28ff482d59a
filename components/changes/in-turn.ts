const before = new Map<string, Promise<void>>()

/**
 * Acts on one issue arrive in the order in which they were done, however quickly one followed the other: each begins
 * when the one before is over, or waits in the outbox, which keeps the order.
 */
export function inTurn<T>(issue: string, act: (onWait: () => void) => Promise<T>): Promise<T> {
  const { promise: over, resolve } = Promise.withResolvers<void>()
  const mine = (before.get(issue) ?? Promise.resolve()).then(() => act(resolve))
  mine.then(
    () => resolve(),
    () => resolve(),
  )
  before.set(issue, over)
  void over.then(() => before.get(issue) === over && before.delete(issue))
  return mine
}
