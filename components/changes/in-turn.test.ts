import { expect, test } from 'vitest'

import { inTurn } from './in-turn.ts'

/** An act that ends when the test says so. */
function held() {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  return { act: () => promise, end: () => resolve('done'), fail: () => reject(new Error('refused')) }
}
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

test('acts on one issue begin one after the other, in the order in which they were done', async () => {
  const [first, begun] = [held(), [] as string[]]
  const one = inTurn('#1', () => (begun.push('first'), first.act()))
  const two = inTurn('#1', async () => begun.push('second'))
  await settled()
  expect(begun).toEqual(['first'])
  first.end()
  await Promise.all([one, two])
  expect(begun).toEqual(['first', 'second'])
})

test('an act on another issue does not wait', async () => {
  const first = held()
  const one = inTurn('#2', first.act)
  expect(await inTurn('#3', async () => 'other')).toBe('other')
  first.end()
  expect(await one).toBe('done')
})

test('a refused act holds up nothing behind it, and is refused to the one who did it', async () => {
  const first = held()
  const one = inTurn('#4', first.act)
  const two = inTurn('#4', async () => 'after')
  first.fail()
  await expect(one).rejects.toThrow('refused')
  expect(await two).toBe('after')
})

test('an act that waits in the outbox lets the next one wait there too', async () => {
  const first = held()
  const one = inTurn('#5', (onWait) => (onWait(), first.act()))
  expect(await inTurn('#5', async () => 'next')).toBe('next')
  first.end()
  expect(await one).toBe('done')
})
