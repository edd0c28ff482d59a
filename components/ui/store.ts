import { useSyncExternalStore } from 'react'

/** A small state outside of React, for what changes often and concerns few: a drag, the focused card, toasts. */
export type Store<S> = {
  get: () => S
  set: (change: Partial<S> | ((state: S) => Partial<S>)) => void
  subscribe: (listener: () => void) => () => void
}

export function createStore<S extends object>(initial: S): Store<S> {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set(change) {
      const next = typeof change === 'function' ? change(state) : change
      state = { ...state, ...next }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Renders again only when what `select` picks is another value; pick primitives or parts that keep their identity. */
export function useStore<S, T>(store: Store<S>, select: (state: S) => T): T {
  const read = () => select(store.get())
  return useSyncExternalStore(store.subscribe, read, read)
}
