/** A page of what happened, newest first; `next` is the cursor of the page after it, null at the end. */
export type Page<T> = { items: readonly T[]; next: string | null }

/**
 * What was read so far, with the newest page as it is now: what slid out of that page stays. Where so much happened
 * meanwhile that the two no longer touch, the newest page alone is true.
 */
export function withNewest<T extends { number: number }>(held: Page<T>, newest: Page<T>): Page<T> {
  const last = newest.items.at(-1)?.number ?? 0
  const touch = newest.next === null || held.items.some(({ number }) => number >= last)
  if (!touch) return newest
  const older = held.items.filter(({ number }) => number < last)
  return { items: [...newest.items, ...older], next: older.length > 0 ? held.next : newest.next }
}

export const withEarlier = <T>(held: Page<T>, earlier: Page<T>): Page<T> => ({
  items: [...held.items, ...earlier.items],
  next: earlier.next,
})
