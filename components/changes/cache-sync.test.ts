import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'

import { aCard, aView } from '#components/boards/testing/boards.ts'
import { viewBoard } from '#lib/contract/boards.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import { indexIssues, rowsOfIssues } from '#lib/contract/issue-lists.ts'
import { readIssue } from '#lib/contract/issues.ts'
import type { LiveMessage } from '#lib/contract/live.ts'

import { applyEvent } from '#components/live/apply-news.ts'

import { applyChange } from './cache-sync.ts'

const key = [viewBoard.id, { group: 'models', board: 'build' }]
const boardWith = (view: BoardView) => {
  const client = new QueryClient()
  client.setQueryData(key, view)
  return { client, now: () => client.getQueryData<BoardView>(key) }
}
const message = (facts: Partial<LiveMessage>): LiveMessage => ({
  number: 11,
  type: 'issue.weighed',
  actor: 'julie',
  sentence: '',
  issue: 1,
  card: aCard({ weight: 3 }),
  ...facts,
})

test('an event is patched into the boards of its group, and counted', () => {
  const { client, now } = boardWith(aView({ cards: [aCard()] }))
  applyEvent(client, 'models', message({}))
  expect(now()).toMatchObject({ event: 11, cards: [{ weight: 3 }] })
})

test('an event of another group, and one that the board includes already, change nothing', () => {
  const view = aView({ cards: [aCard()] })
  const { client, now } = boardWith(view)
  applyEvent(client, 'others', message({}))
  applyEvent(client, 'models', message({ number: 10 }))
  expect(now()).toBe(view)
})

test('an issue that the reader may no longer see leaves the board', () => {
  const { client, now } = boardWith(aView({ cards: [aCard()] }))
  applyEvent(client, 'models', message({ card: null }))
  expect(now()?.cards).toEqual([])
})

test('an event told late does not turn back what one did oneself since', () => {
  const { client, now } = boardWith(aView({ cards: [aCard({ ref: 5 })] }))
  applyChange(client, 'models', aCard({ ref: 5, weight: 2 }), 13)
  applyEvent(client, 'models', message({ number: 12, issue: 5, card: aCard({ ref: 5, weight: 3 }) }))
  expect(now()).toMatchObject({ event: 12, cards: [{ weight: 2 }] })
  applyEvent(client, 'models', message({ number: 13, issue: 5, card: aCard({ ref: 5, weight: 2 }) }))
  expect(now()).toMatchObject({ event: 13, cards: [{ weight: 2 }] })
})

test('a board that does not know what a card names is asked for again', () => {
  const { client, now } = boardWith(aView({ cards: [aCard()] }))
  applyEvent(client, 'models', message({ card: aCard({ dri: 'stranger' }) }))
  expect(client.getQueryState(key)?.isInvalidated).toBe(true)
  expect(now()?.cards[0]?.dri).toBeNull()
})

test('what one did stays seen on the page of the issue and in lists until they are read anew; texts keep their version', () => {
  const client = new QueryClient()
  const group = 'models'
  const held = { ...aCard({ ref: 5 }), health: null }
  const keys = {
    issue: [readIssue.id, { group, ref: 5 }],
    index: [indexIssues.id, { group, filter: 'model' }],
    rows: [rowsOfIssues.id, { group, refs: '4.5' }],
    foreign: [rowsOfIssues.id, { group: 'others', refs: '4.5' }],
  }
  client.setQueryData(keys.issue, { ...held, description: 'As it was read.' })
  client.setQueryData(keys.index, { total: 1, first: [held] })
  client.setQueryData(keys.rows, { items: [aCard({ ref: 4 }), held] })
  client.setQueryData(keys.foreign, { items: [held] })
  const done = aCard({ ref: 5, weight: 3, title: 'Renamed meanwhile', version: 2 })
  applyChange(client, group, done, 13, { health: 'at_risk' })
  const now = (key: unknown[]) => client.getQueryData(key)
  expect(now(keys.issue)).toEqual({ ...held, weight: 3, health: 'at_risk', description: 'As it was read.' })
  expect(now(keys.index)).toEqual({ total: 1, first: [{ ...done, health: 'at_risk' }] })
  expect(now(keys.rows)).toEqual({ items: [aCard({ ref: 4 }), { ...done, health: 'at_risk' }] })
  expect(now(keys.foreign)).toEqual({ items: [held] })
})
