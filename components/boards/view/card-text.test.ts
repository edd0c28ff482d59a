import { expect, test } from 'vitest'

import { cardText } from './card-text.ts'
import { aCard, aView, namesOf } from '#components/boards/testing/boards.ts'

const view = aView()
const [dev] = view.columns
const setting = {
  names: namesOf(view),
  column: dev ?? null,
  filterLabelIds: view.filterLabelIds,
  away: view.away,
  today: view.today,
  zone: 'Europe/Lisbon',
}

test('a card leaves out the labels that its column, its board and its type say already', () => {
  const face = cardText(aCard({ labelIds: ['group', 'dev', 'bug', 'sev'] }), setting)
  expect(face.type).toBe('bug')
  expect(face.labels.map(({ title }) => title)).toEqual(['severity 2'])
})

test('in a column that stands for a type, the type needs no word', () => {
  const column = dev ? { ...dev, labelId: 'bug' } : null
  expect(cardText(aCard({ labelIds: ['group', 'bug'] }), { ...setting, column }).type).toBeNull()
})

test('an age is told where it is more than usual, in days of the group, and not where usual is unknown', () => {
  const usual = dev && { ...dev, usualDays: 4.4 }
  const card = aCard({ since: '2026-11-16T23:30:00Z' })
  expect(cardText(card, { ...setting, column: usual ?? null }).age).toBe('6 days here, usually 4 days')
  expect(cardText(card, { ...setting, column: usual ?? null, zone: 'Asia/Tokyo' }).age).toBe(
    '5 days here, usually 4 days',
  )
  const young = { ...card, since: '2026-11-19T10:00:00Z' }
  expect(cardText(young, { ...setting, column: usual ?? null }).age).toBeNull()
  expect(cardText(card, setting).age).toBeNull()
})

test('a blocked card says what it waits for, or that this was not said', () => {
  const waits = (need: string, from: string) => cardText(aCard({ blocked: { need, from } }), setting).blocked
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
  expect(cardText(card, setting).facts).toBe(
    '#12, bug, no weight, epic Health check, DRI Julie Huang, with Cindy Halim, labels severity 2',
  )
})

test('a card says who is asked to take over, and shows them once', () => {
  const card = aCard({ dri: 'julie', assignees: ['julie', 'cindy'], offeredTo: 'cindy' })
  const face = cardText(card, setting)
  expect(face.asked?.name).toBe('Cindy Halim')
  expect(face.others).toEqual([])
  expect(face.facts).toContain('DRI Julie Huang, hand-over to Cindy Halim pending')
})

test('a card says when its DRI is away, while it is open', () => {
  const driven = aCard({ dri: view.people[0]?.handle ?? null })
  const away = [{ person: driven.dri ?? '', from: '2026-12-21', to: '2026-12-24' }]
  const text = cardText(driven, { ...setting, away })
  expect(text.away).toBe(`${view.people[0]?.name} is away 21 – 24 Dec`)
  expect(text.facts).toContain('is away 21 – 24 Dec')
  expect(cardText({ ...driven, state: 'closed' }, { ...setting, away }).away).toBeNull()
  expect(cardText(aCard({ dri: null }), { ...setting, away }).away).toBeNull()
})

test('an open card says in how many milestones it slipped, a closed one does not', () => {
  const text = (facts: Parameters<typeof aCard>[0]) => cardText(aCard(facts), setting)
  expect(text({ slips: 2 }).slips).toBe('slipped 2×')
  expect(text({ slips: 2 }).facts).toContain('slipped 2×')
  expect(text({ slips: 0 }).slips).toBeNull()
  expect(text({ slips: 1, state: 'closed', closeReason: 'done' }).slips).toBeNull()
})

test('a card says that a hand is raised about it, and how sure its DRI is', () => {
  const text = cardText(aCard({ handRaised: true, confident: 'not', dri: 'julie' }), setting)
  expect(text.facts).toContain('hand raised, Not confident, DRI Julie Huang')
  expect(text.confidence).toBe('Not confident')
  expect(cardText(aCard(), setting).confidence).toBeNull()
  expect(cardText(aCard(), setting).facts).not.toContain('hand')
})
