import { expect, test } from 'vitest'

import { aCard } from '#components/boards/testing/boards.ts'
import type { Issue } from '#lib/contract/issues.ts'

import type { FactsProps } from '#components/issues/page/facts-props.ts'
import { findingsOf, fixesOf } from './fixes.ts'

const label = (id: string, title: string, meaning: string | null) => ({ id, title, hue: 0, meaning })
const bug = label('1', 'type::bug', 'type.bug')
const maintenance = label('2', 'type::maintenance', 'type.maintenance')
const feature = label('3', 'type::feature', 'type.feature')
const ours = label('4', 'group::custom models', 'group')
const inDev = label('5', 'workflow::in dev', 'workflow.in-dev')
const deliverable = label('6', 'Deliverable', 'deliverable')
const ready = label('7', 'workflow::ready for development', 'workflow.ready-for-development')

const milestones = [
  {
    id: '1',
    slug: '18-8',
    title: '18.8',
    shelf: null,
    startOn: '2025-12-13',
    dueOn: '2026-01-09',
    closed: false,
  },
]
const issue = (facts: Partial<Issue> = {}): Issue => ({
  ...aCard({ milestone: '18-8', weight: 2, dri: 'julie', state: 'open' }),
  kind: 'issue',
  description: 'The list takes four seconds.',
  spikeScope: null,
  planningOf: null,
  model: null,
  health: null,
  author: null,
  createdAt: '',
  updatedAt: '',
  labels: [bug, ours, inDev],
  driHistory: [],
  handOvers: [],
  unclaimed: null,
  comments: [],
  mentions: [],
  today: '2026-01-07',
  lastUpdateOn: '2026-01-06',
  weekly: false,
  confidence: [],
  away: null,
  ...facts,
})

/** What is offered for each finding, and what the first offer does. */
function offered(facts: Partial<Issue>, roles: FactsProps['actor']['roles'] = ['em']) {
  const done: string[] = []
  const note =
    (act: string) =>
    (...given: unknown[]) =>
      void done.push(`${act} ${JSON.stringify(given.at(-1))}`)
  const now = issue(facts)
  const props = {
    issue: now,
    lookups: {
      labels: [bug, maintenance, feature, ours, inDev, deliverable, ready],
      people: [],
      milestones,
      current: '18-8',
      next: null,
      epics: [],
      teams: [],
    },
    actor: { handle: 'mohamed', name: 'Mohamed Hamda', roles, admin: false },
    acts: {
      wish: (_: unknown, wish: unknown) => note('wish')(wish),
      take: note('take'),
      release: note('release'),
    },
    open: note('open'),
    update: now.weekly ? () => void done.push('update') : null,
  }
  const fixes = findingsOf(now, props.lookups).map((finding) => fixesOf(finding, props))
  fixes[0]?.[0]?.act()
  return { labels: fixes.map((ones) => ones.map((one) => one.label)), done }
}

test('an issue in order is offered nothing, nor is one that is no work', () => {
  expect(offered({}).labels).toEqual([])
  expect(offered({ kind: 'refinement', labels: [], weight: null }).labels).toEqual([])
})

test('a missing type, group label and weight are each one press', () => {
  expect(offered({ labels: [ours, inDev] })).toEqual({
    labels: [['It is a bug', 'It is maintenance', 'It is a feature']],
    done: [`wish ${JSON.stringify({ what: 'labels', add: [bug.title] })}`],
  })
  expect(offered({ labels: [bug, inDev] }).done).toEqual([
    `wish ${JSON.stringify({ what: 'labels', add: [ours.title] })}`,
  ])
  expect(offered({ weight: null })).toEqual({
    labels: [['Weight 1', 'Weight 2', 'Weight 3']],
    done: [`wish ${JSON.stringify({ what: 'weight', weight: 1 })}`],
  })
})

test('of two labels of one scope one is kept', () => {
  expect(offered({ labels: [bug, feature, ours, inDev] })).toEqual({
    labels: [['Keep ~type::bug', 'Keep ~type::feature']],
    done: [`wish ${JSON.stringify({ what: 'labels', remove: [feature.title] })}`],
  })
})

test('a Deliverable that is not ready is made ready; only the EM can take Deliverable off instead', () => {
  const early = { labels: [bug, ours, deliverable] }
  expect(offered(early).labels).toEqual([['Move to ready for development', 'Take Deliverable off']])
  expect(offered(early, ['engineer']).labels).toEqual([['Move to ready for development']])
})

test('a person who may not name others is offered to take it themselves', () => {
  expect(offered({ dri: null }, ['engineer']).labels).toEqual([['Become its DRI']])
  expect(offered({ dri: null }).labels).toEqual([['Become its DRI', 'Name a DRI…']])
})

test('what needs a choice opens the fact where it is made', () => {
  expect(offered({ milestone: null }).done).toEqual(['open "Milestone"'])
  expect(offered({ due: '2026-01-01' }).done).toEqual(['open "Due"'])
  expect(offered({ weight: 5 }).done).toEqual(['open "Split"'])
  expect(offered({ lastUpdateOn: '2025-12-20' }).done).toEqual(['open "Comment"'])
})

test('where the group posts weekly updates, the DRI is led to theirs, and the others are offered no comment', () => {
  const silent = { lastUpdateOn: '2025-12-20', weekly: true }
  expect(offered({ ...silent, dri: 'mohamed' })).toEqual({ labels: [['Write an update…']], done: ['update'] })
  expect(offered(silent)).toEqual({ labels: [[]], done: [] })
})
