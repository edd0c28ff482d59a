import { createStore, useStore } from '#components/ui/store.ts'
import type { Card } from '#lib/contract/issues.ts'

/**
 * What acts on their way are expected to change. Hopes lie over what the server said and are never written into it:
 * a refusal only takes its hope away, and what others changed meanwhile stays.
 */
type Hope = { id: number; group: string; ref: number; facts: Partial<Card> }

const hopes = createStore<{ byGroup: ReadonlyMap<string, ReadonlyMap<number, Partial<Card>>> }>({
  byGroup: new Map(),
})
const NONE: ReadonlyMap<number, Partial<Card>> = new Map()
let held: readonly Hope[] = []
let lastId = 0

/** Returns what takes the hope away again. */
export function hope(group: string, ref: number, facts: Partial<Card>): () => void {
  lastId += 1
  const id = lastId
  hold([...held, { id, group, ref, facts }])
  return () => hold(held.filter((one) => one.id !== id))
}

/** Of a group, by the number of the issue; keeps its identity while nothing is hoped for anew. */
export const useHopes = (group: string): ReadonlyMap<number, Partial<Card>> =>
  useStore(hopes, ({ byGroup }) => byGroup.get(group) ?? NONE)

function hold(next: readonly Hope[]) {
  held = next
  const byGroup = new Map<string, Map<number, Partial<Card>>>()
  for (const { group, ref, facts } of held) {
    const ofGroup = byGroup.get(group) ?? new Map<number, Partial<Card>>()
    ofGroup.set(ref, { ...ofGroup.get(ref), ...facts })
    byGroup.set(group, ofGroup)
  }
  hopes.set({ byGroup })
}
