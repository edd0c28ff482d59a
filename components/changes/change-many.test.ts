import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, test, vi } from 'vitest'

import { aCard } from '#components/boards/testing/boards.ts'
import { toasts } from '#components/shell/toasts.ts'
import { changeIssues } from '#lib/contract/issue-lists.ts'
import type { Report } from '#lib/contract/bulk.ts'

import { bulkProgress } from './bulk-progress.ts'
import { changeMany } from './change-many.ts'
import { send } from './send.ts'

vi.mock('#components/shell/announcer.tsx', () => ({ announce: vi.fn() }))
vi.mock('./send.ts', () => ({
  send: vi.fn(),
  wordsOf: (error: unknown) => (error instanceof Error ? error.message : String(error)),
}))

const GROUP = 'models'
let event = 100
const done = (...refs: number[]): Report['done'] =>
  refs.map((ref) => ({ card: aCard({ ref }), event: (event += 1), warnings: [] }))
const refused = (ref: number, because = 'Only the EM moves it.'): Report['refused'][number] => ({
  ref,
  because,
  rule: 'deliverable_of_em',
})
const answers = (...reports: Partial<Report>[]) => {
  for (const report of reports) vi.mocked(send).mockResolvedValueOnce({ done: [], refused: [], ...report })
}
const weigh = (refs: readonly number[]) =>
  changeMany(new QueryClient(), {
    group: GROUP,
    endpoint: changeIssues,
    refs,
    input: (some, before) => ({
      group: GROUP,
      refs: [...some],
      change: { what: 'weight' as const, weight: 3 },
      ...(before[0] ? { carriesOn: before[0].event } : {}),
    }),
    optimistic: refs.map((ref) => ({ ref, facts: { weight: 3 } })),
    message: (count) => `Set the weight of ${count} to 3.`,
  })
const shown = () => toasts.get().shown.at(-1)
const sent = () => vi.mocked(send).mock.calls.map(([, input]) => input)
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

beforeEach(() => {
  vi.useFakeTimers()
  vi.mocked(send).mockReset()
})

test('what was done to several is told once, and can be undone', async () => {
  answers({ done: done(1, 2) })
  expect(await weigh([1, 2])).toEqual([])
  expect(shown()).toMatchObject({ text: 'Set the weight of 2 issues to 3.', tone: 'done', warnings: [] })
  expect(shown()?.undo).not.toBeNull()
})

test('those that stay as they are are told with the reason, and given back', async () => {
  answers({ done: done(1), refused: [refused(2), refused(3, 'It is closed.')] })
  expect(await weigh([1, 2, 3])).toEqual([2, 3])
  expect(shown()).toMatchObject({
    text: 'Set the weight of 1 issue to 3.',
    warnings: ['#2 stays: Only the EM moves it.', '#3 stays: It is closed.'],
  })
})

test('of many that stay four are told, and how many more there are', async () => {
  answers({ done: done(1), refused: upTo(6).map((at) => refused(at + 1)) })
  await weigh(upTo(7))
  expect(shown()?.warnings).toHaveLength(5)
  expect(shown()?.warnings.at(-1)).toBe('And 2 more.')
})

test('where none could be done, nothing is offered to undo', async () => {
  answers({ refused: [refused(1), refused(2)] })
  expect(await weigh([1, 2])).toEqual([1, 2])
  expect(shown()).toMatchObject({ text: 'Nothing was changed.', tone: 'refused', undo: null })
  answers({})
  expect(await weigh([1]), 'what was so already is none that stays').toEqual([])
  expect(shown()?.text).toBe('No change needed.')
})

test('the next step of one that was refused is offered with it', async () => {
  answers({ refused: [{ ref: 1, because: 'It has no weight.', rule: 'weight_missing' }] })
  await weigh([1])
  expect(shown()?.ways.map(({ label }) => label)).toEqual(['Set the weight'])
})

test('many are sent in pieces of a hundred, each of which carries on the first, and told as one', async () => {
  const first = done(...upTo(100))
  answers({ done: first }, { done: done(101) })
  expect(await weigh(upTo(101))).toEqual([])
  expect(sent()).toMatchObject([{ refs: upTo(100) }, { refs: [101], carriesOn: first[0]?.event }])
  expect(shown()?.text).toBe('Set the weight of 101 issues to 3.')
  expect(bulkProgress.get(), 'the bar is gone again').toEqual({ seen: 0, total: 0 })
})

test('while pieces are on their way the bar says how far they are; a short act shows none', async () => {
  const seen: number[] = []
  const stop = bulkProgress.subscribe(() => seen.push(bulkProgress.get().seen))
  answers({ done: done(1) })
  await weigh([1])
  expect(Math.max(...seen)).toBe(0)
  answers({ done: done(...upTo(100)) }, { done: done(101), refused: [refused(102)] })
  await weigh(upTo(102))
  stop()
  expect(seen).toEqual([0, 100, 102, 0])
})

test('when the line breaks, what was done stays done, and the rest is given back', async () => {
  answers({ done: done(...upTo(100)) })
  vi.mocked(send).mockRejectedValueOnce(new Error('The server cannot be reached.'))
  expect(await weigh(upTo(102))).toEqual([101, 102])
  expect(shown()).toMatchObject({
    text: 'Set the weight of 100 issues to 3.',
    warnings: ['The server cannot be reached.'],
  })
})

test('when nothing was reached, the page says so and all stay', async () => {
  vi.mocked(send).mockRejectedValueOnce(new Error('The server cannot be reached.'))
  expect(await weigh([1, 2])).toEqual([1, 2])
  expect(shown()).toMatchObject({ text: 'The server cannot be reached.', tone: 'refused', undo: null })
})
