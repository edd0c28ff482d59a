import { afterAll, beforeAll, expect } from 'vitest'

/** What files that share a process would hand on to each other; `vitest.config.ts` says which share one. */
const shared = (): Record<string, unknown> => ({
  ...process.env,
  'the pool': globalThis.saydoPool,
  'the feed': globalThis.saydoFeed,
  fetch: globalThis.fetch,
  setTimeout: globalThis.setTimeout,
  Date: globalThis.Date,
})

let before = shared()
beforeAll(() => void (before = shared()))

/** Names alone are told: a setting can be a secret. */
afterAll(() => {
  const after = shared()
  const changed = Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name])
  expect(changed, 'a file that changes its whole process needs one to itself').toEqual([])
})
