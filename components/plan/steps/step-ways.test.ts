import { expect, test } from 'vitest'

import type { PlanStep } from '#lib/contract/plan.ts'

import { hrefOfMissing, type Way, waysOf } from './step-ways.ts'

const setting = (planningIssue: number | null = 41, planning: string | null = 'planning') => ({
  group: 'custom-models',
  view: {
    milestone: {
      id: '8',
      slug: '19.8',
      title: '19.8',
      startOn: '2026-12-12',
      dueOn: '2027-01-08',
      shelf: null,
      closed: false,
    },
    boards: { planning, build: 'build' },
    planningIssue,
  },
})
const KEYS: readonly PlanStep['key'][] = [
  'planning-issue',
  'refinement',
  'candidates',
  'capacity',
  'weights',
  'session',
  'assignment',
]
const told = (ways: readonly Way[]) =>
  ways.map((way) => `${way.label} → ${'href' in way ? decodeURIComponent(way.href) : way.act}`)

test('each step of the handbook can be done from the plan', () => {
  expect(KEYS.flatMap((key) => told(waysOf(setting(), { key })))).toEqual([
    'Planning issue #41 → /custom-models/issues/41',
    'Boards → /custom-models/settings/boards',
    'Issues in planning breakdown → /custom-models/issues?filter=milestone:"19.8"+and+workflow:"planning+breakdown"',
    'Add candidates → add',
    'Planning Board → /custom-models/boards/planning?milestone=19.8',
    'Capacity → /custom-models/milestones/19.8/capacity',
    'Candidates without a weight → /custom-models/issues?filter=milestone:"19.8"+and+weight:none',
    'Joint session → session',
    'Propose → propose',
    'Planning issue → issue',
  ])
})

test('without a planning issue the first step writes one', () => {
  expect(told(waysOf(setting(null), { key: 'planning-issue' }))[0]).toBe('Planning issue → issue')
})

test('what is missing leads to where it is put right, and what cannot be shown leads nowhere', () => {
  const missing = (to: PlanStep['missing'][number]['to'], ref: number | null = null) =>
    hrefOfMissing(setting(), { to, ref, person: null, text: 'It is missing.' })
  expect(missing('issue', 12)).toBe('/custom-models/issues/12')
  expect(missing('issue'), 'an issue that the reader may not see').toBeNull()
  expect(missing('planning-board')).toBe('/custom-models/boards/planning?milestone=19.8')
  expect(missing('boards')).toBe('/custom-models/settings/boards')
  expect(missing('capacity')).toBe('/custom-models/milestones/19.8/capacity')
  const own = hrefOfMissing(setting(41, 'our-plan'), {
    to: 'planning-board',
    ref: null,
    person: null,
    text: '',
  })
  expect(own, 'a group that calls its board otherwise').toContain('/boards/our-plan')
})
