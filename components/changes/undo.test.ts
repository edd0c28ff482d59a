import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, test, vi } from 'vitest'

import { send } from './send.ts'
import { toasts } from '#components/shell/toasts.ts'
import type { Undone } from '#lib/contract/events.ts'

import { isNewAct, offerUndo, tellDone, undoAct, undoLast } from './undo.ts'

vi.mock('#components/shell/announcer.tsx', () => ({ announce: vi.fn() }))
vi.mock('./send.ts', () => ({
  send: vi.fn(),
  wordsOf: (error: unknown) => (error instanceof Error ? error.message : String(error)),
}))

const client = new QueryClient()
const shown = () => toasts.get().shown.at(-1)
const part = (facts: Partial<Undone>): Undone => ({
  event: 90,
  cards: [],
  done: 1,
  refused: [],
  warnings: [],
  next: null,
  ...facts,
})

beforeEach(() => {
  vi.useFakeTimers()
  vi.mocked(send).mockReset()
})

test('Z means the newest act of the group, and the one before only when it is pressed again', async () => {
  const undone: string[] = []
  offerUndo('a', async () => void undone.push('first'))
  offerUndo('a', async () => void undone.push('second'))
  offerUndo('b', async () => void undone.push('elsewhere'))
  await undoLast('a')
  await undoLast('a')
  expect(undone).toEqual(['second', 'first'])
  await undoLast('a')
  expect(shown()?.text).toContain('Nothing to undo since you opened this page')
})

test('an answer that names an act once more changed nothing, and is no act', () => {
  expect(isNewAct('c', 5)).toBe(true)
  tellDone(client, 'c', { event: 5, text: 'Saved.' })
  expect(shown()).toMatchObject({ text: 'Saved.', undo: null })
  tellDone(client, 'c', { event: 6, text: 'Saved.' })
  expect(shown()?.undo).not.toBeNull()
})

test('what is for good offers no button, and Z says why', async () => {
  tellDone(client, 'd', { event: 7, text: 'Revealed.', final: true })
  expect(shown()?.undo).toBeNull()
  vi.mocked(send).mockRejectedValue(new Error('The weights are visible now.'))
  await undoLast('d')
  expect(shown()).toMatchObject({ text: 'The weights are visible now.', tone: 'refused' })
})

test('an act on many is taken back piece by piece, and told once, with what stays', async () => {
  vi.mocked(send)
    .mockResolvedValueOnce(part({ done: 100, next: 40 }))
    .mockResolvedValueOnce(part({ done: 3, refused: [{ event: 12, because: 'Julie changed it since.' }] }))
  await undoAct(client, 'e', 8)
  expect(vi.mocked(send).mock.calls.map(([, input]) => input)).toEqual([
    { group: 'e', event: 8 },
    { group: 'e', event: 8, below: 40 },
  ])
  expect(shown()).toMatchObject({ tone: 'done', warnings: ['Julie changed it since.'] })
})

test('what an undo takes from work that was ready is said with it', async () => {
  const warnings = [{ ref: 12, code: 'weight_missing', because: 'It has no weight. Set one.' }]
  vi.mocked(send).mockResolvedValueOnce(part({ warnings }))
  await undoAct(client, 'a', 7)
  expect(shown()).toMatchObject({ tone: 'done', warnings: ['#12: It has no weight. Set one.'] })
})
