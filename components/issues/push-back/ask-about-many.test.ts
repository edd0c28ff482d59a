import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'

import { aCard, aView } from '#components/boards/testing/boards.ts'
import { viewBoard } from '#lib/contract/boards.ts'
import { indexIssues, rowsOfIssues } from '#lib/contract/issue-lists.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { reading } from '#lib/http/query.ts'

import { askAboutMany } from './ask-about-many.ts'
import { pushBacks } from './ask-push-back.ts'

const group = 'custom-models'
const view = aView()
const labels = [...view.labels, { id: 'said', title: 'Deliverable', meaning: 'deliverable', hue: 20 }]
const em = { roles: ['em' as const], admin: false }
const off = { what: 'labels' as const, remove: ['Deliverable'] }
const said = (ref: number) => aCard({ ref, labelIds: ['group', 'said'] })

/** A page that has read a board of these cards. */
function pageWith(cards: readonly ReturnType<typeof aCard>[]) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } })
  const { milestones, current, next } = view
  client.setQueryData(reading(listLabels, { group }).queryKey, { items: labels })
  client.setQueryData(reading(listMilestones, { group }).queryKey, { items: milestones, current, next })
  client.setQueryData(reading(viewBoard, { group, board: 'build' }).queryKey, { ...view, cards })
  return client
}
const asked = () => {
  const { ask } = pushBacks.get()
  return ask && { subject: ask.subject, milestone: ask.milestone }
}
const isAsked = () => vi.waitFor(() => expect(asked()).not.toBeNull())

afterEach(() => {
  pushBacks.get().ask?.answer(null)
  vi.unstubAllGlobals()
})

test('one question for all, with the count of those that leave; the answer goes with the change', async () => {
  const client = pageWith([said(1), said(2), aCard({ ref: 3 })])
  const answer = askAboutMany(client, { group, actor: em }, [1, 2, 3], off)
  await isAsked()
  expect(asked()).toEqual({ subject: '2 of 3 issues', milestone: '19.7' })
  pushBacks.get().ask?.answer({ pushBack: { reason: 'Not now.' } })
  expect(await answer).toEqual({ pushBack: { reason: 'Not now.' } })
  const all = askAboutMany(client, { group, actor: em }, [1, 2], off)
  await isAsked()
  expect(asked()).toMatchObject({ subject: '2 issues' })
  pushBacks.get().ask?.answer(null)
  expect(await all, 'left').toBeNull()
})

test('where none leaves, and for who has no say, nothing is asked', async () => {
  const client = pageWith([said(1), aCard({ ref: 3 })])
  expect(await askAboutMany(client, { group, actor: em }, [3], off)).toEqual({})
  const pm = { roles: ['pm' as const], admin: false }
  expect(await askAboutMany(client, { group, actor: pm }, [1], off)).toEqual({})
  expect(asked()).toBeNull()
})

test('of a long list the lines that were never read are asked for: only those of the Build Board', async () => {
  const client = pageWith([])
  const index = { group, filter: 'milestone:19.7 and label:Deliverable' }
  client.setQueryData(reading(indexIssues, index).queryKey, {
    total: 2,
    weight: 0,
    groups: [{ key: '', weight: 0, refs: [7, 900] }],
    first: [],
  })
  const row = { ...said(7), kind: 'issue', author: null, createdAt: '', updatedAt: '' }
  client.setQueryData(reading(rowsOfIssues, { group, refs: '7' }).queryKey, { items: [row] })
  const refs = Array.from({ length: 300 }, (_, at) => at + 1)
  const answer = askAboutMany(client, { group, actor: em }, refs, off)
  await isAsked()
  expect(asked()).toMatchObject({ subject: '1 of 300 issues' })
  pushBacks.get().ask?.answer({})
  expect(await answer).toEqual({})
})

test('while the server is away, what the page has read is asked about, and nothing keeps the change from waiting', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('gone')))
  const client = pageWith([said(1)])
  const answer = askAboutMany(client, { group, actor: em }, [1, 2], off)
  await isAsked()
  expect(asked()).toMatchObject({ subject: '1 of 2 issues' })
  pushBacks.get().ask?.answer({})
  await answer
  expect(await askAboutMany(new QueryClient(), { group, actor: em }, [1], off)).toEqual({})
})

test('a second question puts the first away, which then changes nothing', async () => {
  const client = pageWith([said(1), said(2)])
  const first = askAboutMany(client, { group, actor: em }, [1], off)
  await isAsked()
  const second = askAboutMany(client, { group, actor: em }, [2], off)
  expect(await first).toBeNull()
  await isAsked()
  expect(asked()).toMatchObject({ subject: '#2' })
  pushBacks.get().ask?.answer({})
  expect(await second).toEqual({})
})
