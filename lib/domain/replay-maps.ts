/** What is not there stays away: it was taken back since. */
export function change<K, V extends object>(map: Map<K, V>, key: K, to: Partial<V>): void {
  const known = map.get(key)
  if (known) map.set(key, { ...known, ...to })
}

export const picked = <T extends object>(facts: T, names: readonly string[]): Partial<T> =>
  // safe because it holds some of the very entries
  Object.fromEntries(Object.entries(facts).filter(([name]) => names.includes(name))) as Partial<T>

export function inOrder(map: Map<number, { position: number }>, order: readonly number[]): void {
  for (const [at, id] of order.entries()) change(map, id, { position: at + 1 })
}
