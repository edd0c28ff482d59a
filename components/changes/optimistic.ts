import { createStore, useStore } from '#components/ui/store.ts'
import type { Card } from '#lib/contract/issues.ts'
import type { FactsShown } from '#lib/domain/facts/facts.ts'

/** Facts of a card, and of an issue what cards do not show. */
export type Optimistic = Partial<Card> & Partial<FactsShown>

/**
 * What acts on their way are expected to change. They lie over what the server said and are never written into it:
 * a refusal only takes its own away, and what others changed meanwhile stays.
 */
type Held = { id: number; group: string; ref: number; facts: Optimistic }

const optimistic = createStore<{ byGroup: ReadonlyMap<string, ReadonlyMap<number, Optimistic>> }>({
  byGroup: new Map(),
})
const NONE: ReadonlyMap<number, Optimistic> = new Map()
let held: readonly Held[] = []
let lastId = 0

/** Returns what takes it away again. */
export function applyOptimistic(group: string, ref: number, facts: Optimistic): () => void {
  lastId += 1
  const id = lastId
  hold([...held, { id, group, ref, facts }])
  return () => hold(held.filter((one) => one.id !== id))
}

/** Of a group, by the number of the issue; keeps its identity while nothing is expected anew. */
export const useOptimistic = (group: string): ReadonlyMap<number, Optimistic> =>
  useStore(optimistic, ({ byGroup }) => byGroup.get(group) ?? NONE)

function hold(next: readonly Held[]) {
  held = next
  const byGroup = new Map<string, Map<number, Optimistic>>()
  for (const { group, ref, facts } of held) {
    const ofGroup = byGroup.get(group) ?? new Map<number, Optimistic>()
    ofGroup.set(ref, { ...ofGroup.get(ref), ...facts })
    byGroup.set(group, ofGroup)
  }
  optimistic.set({ byGroup })
}
