import { expect, test } from 'vitest'

import { cardWords } from './card-text.ts'
import { aCard, aView, namesOf } from '#components/boards/testing/boards.ts'

const view = aView()
const [dev] = view.columns
const setting = {
  names: namesOf(view),
  column: dev ?? null,
  filterLabelIds: view.filterLabelIds,
  today: view.today,
  zone: 'Europe/Lisbon',
}

test('a card leaves out the labels that its column, its board and its type say already', () => {
  const words = cardWords(aCard({ labelIds: ['group', 'dev', 'bug', 'sev'] }), setting)
  expect(words.type).toBe('bug')
  expect(words.labels.map(({ title }) => title)).toEqual(['severity 2'])
})

test('in a column that stands for a type, the type needs no word', () => {
  const column = dev ? { ...dev, labelId: 'bug' } : null
  expect(cardWords(aCard({ labelIds: ['group', 'bug'] }), { ...setting, column }).type).toBeNull()
})

test('an age is told where it is more than usual, in days of the group, and not where usual is unknown', () => {
  const usual = dev && { ...dev, usualDays: 4.4 }
  const card = aCard({ since: '2026-11-16T23:30:00Z' })
  expect(cardWords(card, { ...setting, column: usual ?? null }).age).toBe('6 days here, usually 4 days')
  expect(cardWords(card, { ...setting, column: usual ?? null, zone: 'Asia/Tokyo' }).age).toBe(
    '5 days here, usually 4 days',
  )
  const young = { ...card, since: '2026-11-19T10:00:00Z' }
  expect(cardWords(young, { ...setting, column: usual ?? null }).age).toBeNull()
  expect(cardWords(card, setting).age).toBeNull()
})

test('a blocked card says what it waits for, or that nobody said', () => {
  const waits = (need: string, from: string) => cardWords(aCard({ blocked: { need, from } }), setting).blocked
  expect(waits('Evals', 'Model Evaluation Infra')).toBe('Evals from Model Evaluation Infra')
  expect(waits('Evals', '')).toBe('Evals')
  expect(waits('', 'Fulfillment')).toBe('Blocked on Fulfillment')
  expect(waits('', '')).toBe('Reason not set')
})

test('those who do not see the card hear all of it, labels and people included', () => {
  const card = aCard({
    ref: 12,
    labelIds: ['group', 'dev', 'bug', 'sev'],
    weight: null,
    epic: 3,
    dri: 'julie',
    assignees: ['julie', 'cindy'],
  })
  expect(cardWords(card, setting).facts).toBe(
    '#12, bug, no weight, epic Health check, DRI Julie Huang, with Cindy Halim, labels severity 2',
  )
})

test('a card says who is asked to take over, and shows them once', () => {
  const card = aCard({ dri: 'julie', assignees: ['julie', 'cindy'], offeredTo: 'cindy' })
  const words = cardWords(card, setting)
  expect(words.asked?.name).toBe('Cindy Halim')
  expect(words.others).toEqual([])
  expect(words.facts).toContain('DRI Julie Huang, hand-over to Cindy Halim pending')
})
