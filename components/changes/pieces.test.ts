import { expect, test } from 'vitest'

import type { Changed } from '#lib/contract/issues.ts'

import { AT_ONCE, inPieces, leftOf } from './pieces.ts'
import type { Pieces } from './pieces.ts'

const refs = Array.from({ length: 2 * AT_ONCE + 40 }, (_, at) => at + 1)
// safe because nothing of a change is read here but its number and its event
const changed = (ref: number) => ({ card: { ref }, event: ref, warnings: [] }) as unknown as Changed

test('all of them are sent, so many at a time, with what was done before; what is refused is left', async () => {
  const sizes: number[] = []
  const seen: number[] = []
  const end = await inPieces({
    refs,
    async send(some, now) {
      sizes.push(some.length)
      expect(now.report.done.length + now.report.refused.length).toBe((some[0] ?? 0) - 1)
      const [refused, ...done] = some
      return { done: done.map(changed), refused: [{ ref: refused ?? 0, because: 'It stays.' }] }
    },
    onPiece: ({ report }) => void seen.push(report.done.length + report.refused.length),
  })
  expect(sizes).toEqual([AT_ONCE, AT_ONCE, 40])
  expect(seen).toEqual([100, 200, 240])
  expect(end.acts).toEqual([2, 102, 202])
  expect(leftOf(refs, end)).toEqual([1, 101, 201])
})

test('what cannot be reached ends it: what was done stays done, the rest is left', async () => {
  const end = await inPieces({
    refs,
    async send(some) {
      if (some[0] !== 1) throw new TypeError('Nobody answered.')
      return { done: some.slice(1).map(changed), refused: [] }
    },
    onPiece: () => {},
  })
  expect(end.errorText).toMatch(/cannot be reached/)
  expect(leftOf(refs, end)).toEqual([1, ...refs.slice(AT_ONCE)])
})

test('a piece that waits in the outbox lets the next ones wait there too', async () => {
  const { promise, resolve } = Promise.withResolvers<null>()
  const sent: number[] = []
  const run: Promise<Pieces> = inPieces({
    refs,
    async send(some, _, onWait) {
      sent.push(some.length)
      onWait()
      await promise
      return { done: some.map(changed), refused: [] }
    },
    onPiece: () => {},
  })
  await expect.poll(() => sent).toEqual([AT_ONCE, AT_ONCE, 40])
  resolve(null)
  expect((await run).report.done).toHaveLength(refs.length)
})
