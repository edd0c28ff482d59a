import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, test, vi } from 'vitest'

import { aCard } from '#components/boards/testing/boards.ts'
import { aSnapshot } from '#components/boards/testing/snapshot.ts'
import { createBoardStore } from '#components/boards/view/board-store.ts'
import type { Grouping } from '#components/boards/view/grouping.ts'
import { changeMany } from '#components/changes/change-many.ts'
import { toasts } from '#components/shell/toasts.ts'
import type { Card } from '#lib/contract/issues.ts'
import type { Role } from '#lib/domain/permissions.ts'

import { moveSelected } from './move-selected.ts'

vi.mock('#components/shell/announcer.tsx', () => ({ announce: vi.fn() }))
vi.mock('#components/changes/change-many.ts', () => ({ changeMany: vi.fn() }))

const [DEV, REVIEW] = ['1', '2']
/** Two in dev, one in review, in the order of their ranks. */
const CARDS = [
  aCard({ ref: 1, rank: 'B', dri: 'cindy', assignees: ['cindy'] }),
  aCard({ ref: 2, rank: 'D' }),
  aCard({ ref: 3, rank: 'M', labelIds: ['group', 'review'] }),
]

beforeEach(() => {
  vi.useFakeTimers()
  vi.mocked(changeMany).mockReset().mockResolvedValue([])
})

type How = { refs: number[]; roles?: Role[]; grouping?: Grouping; cards?: Card[] }

async function moved({ refs, roles = ['engineer'], grouping = 'none', cards = CARDS }: How, to: object) {
  const snapshot = aSnapshot({ roles }, grouping, cards)
  const store = createBoardStore(null)
  store.set({ selected: new Set(refs) })
  const place = { lane: REVIEW ?? '', index: null, ...to }
  moveSelected(new QueryClient(), { group: 'models', snapshot: () => snapshot, store }, refs[0] ?? 0, place)
  await vi.advanceTimersByTimeAsync(0)
  const [call] = vi.mocked(changeMany).mock.calls
  return { plan: call?.[1], store }
}
const shown = () => toasts.get().shown.at(-1)

test('all that is selected moves to the lane, told as one', async () => {
  const { plan } = await moved({ refs: [1, 2] }, {})
  expect(plan?.refs).toEqual([1, 2])
  expect(plan?.input([1, 2], [])).toMatchObject({ board: 'build', refs: [1, 2], to: REVIEW })
  expect(plan?.message('2 issues')).toBe('Moved 2 issues to in review.')
  expect(plan?.optimistic.map(({ ref }) => ref)).toEqual([1, 2])
})

test('what moves to a place lies between the cards that stay, further ones below the last that was moved', async () => {
  const { plan } = await moved({ refs: [1, 2] }, { index: 0 })
  expect(plan?.input([1, 2], [])).toMatchObject({ after: null, before: 3 })
  const done = { card: aCard({ ref: 1 }), event: 7, warnings: [] }
  expect(plan?.input([2], [done])).toMatchObject({ after: 1, before: null })
  const ranks = plan?.optimistic.map(({ facts }) => facts.rank ?? '') ?? []
  expect(ranks[0] !== undefined && ranks[0] < (ranks[1] ?? '') && (ranks[1] ?? '') < 'M').toBe(true)
})

test('where none may move, nothing is sent and the reason is told', async () => {
  const { plan } = await moved({ refs: [1, 2], roles: ['stakeholder'] }, {})
  expect(plan).toBeUndefined()
  expect(shown()).toMatchObject({ tone: 'refused' })
  expect(shown()?.text).toMatch(/^2 issues did not move\. .+\.$/)
})

test('closing several asks for the reason first', async () => {
  const { plan, store } = await moved({ refs: [1, 2] }, { lane: 'closed' })
  expect(plan, 'nothing is sent before the answer').toBeUndefined()
  expect(JSON.stringify(store.get())).toContain('close')
})

test('cards that enter a lane across the columns stay in their columns', async () => {
  const { plan } = await moved(
    { refs: [2, 3], grouping: 'epic', cards: [...CARDS, aCard({ ref: 4, epic: 3 })] },
    { lane: DEV, section: '3', eachInItsLane: true },
  )
  expect(plan?.input([2, 3], [])).toMatchObject({ to: null, swimlane: { by: 'epic', epic: 3 } })
  expect(plan?.message('2 issues')).toMatch(/^Moved 2 issues\. /)
  for (const { facts } of plan?.optimistic ?? []) expect(facts).toMatchObject({ epic: 3 })
})

test('those that stay are what is selected afterwards', async () => {
  vi.mocked(changeMany).mockResolvedValue([2])
  const { store } = await moved({ refs: [1, 2] }, {})
  expect([...store.get().selected]).toEqual([2])
})
