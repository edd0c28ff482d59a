import { expect, test } from 'vitest'

import { createStore } from './store.ts'

test('a change keeps what it does not name, and may look at what was there', () => {
  const store = createStore({ seen: 1, total: 5 })
  store.set({ seen: 2 })
  store.set(({ seen, total }) => ({ seen: seen + total }))
  expect(store.get()).toEqual({ seen: 7, total: 5 })
})

test('each change is told to those that listen, until they stop', () => {
  const store = createStore({ seen: 0 })
  const heard: number[] = []
  const stop = store.subscribe(() => heard.push(store.get().seen))
  store.set({ seen: 1 })
  stop()
  store.set({ seen: 2 })
  expect(heard).toEqual([1])
})

test('what was read is never changed afterwards', () => {
  const store = createStore({ seen: 0 })
  const before = store.get()
  store.set({ seen: 1 })
  expect(before).toEqual({ seen: 0 })
})
