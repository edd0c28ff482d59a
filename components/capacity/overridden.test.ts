import { expect, test } from 'vitest'

import type { CapacityView } from '#lib/contract/capacity.ts'

import { withOverridden } from './overridden.ts'

const terms = {
  workingDays: 20,
  holidays: 0,
  timeOff: 0,
  triageDays: 0,
  share: 1,
  focus: 1,
  availableDays: 20,
  overridden: [],
}
const row = (person: string, team: string) => ({ ...terms, person, team, weight: 10, weeks: [] })
const override = (person: string, value: number) => ({
  person,
  team: null,
  weekOn: null,
  term: 'timeOff' as const,
  value,
  reason: 'A course.',
  by: 'mohamed',
  byName: 'Mohamed Hamda',
  at: '2026-01-05T09:00:00.000Z',
})

const VIEW: CapacityView = {
  milestone: {
    id: '1',
    slug: '18.9',
    title: '18.9',
    startOn: '2026-01-10',
    dueOn: '2026-02-06',
    shelf: null,
    closed: false,
  },
  focus: 1,
  triageShare: 50,
  daysPerWeight: 2,
  weeks: [],
  rows: [
    { ...row('julie', 'selection'), name: 'Julie Huang', load: 3 },
    { ...row('patrick', 'hosting'), name: 'Patrick Cyiza', load: 4 },
  ],
  teams: [
    { team: 'selection', name: 'Selection', availableDays: 20, weight: 10, load: 5, unassigned: 2 },
    { team: 'hosting', name: 'Hosting', availableDays: 20, weight: 10, load: 4, unassigned: 0 },
    { team: 'empty', name: 'Empty', availableDays: 0, weight: 0, load: 0, unassigned: 0 },
  ],
  total: { availableDays: 40, weight: 20, load: 9, withoutTeam: 0, unweighted: 1 },
  overrides: [override('patrick', 1), override('julie', 2)],
  duties: [],
  confirmations: [],
  carryOver: null,
  lanes: [],
  laneLoad: [],
  velocity: { weight: 20, past: [{ title: '18.8', doneWeight: 20, availableDays: 40 }] },
}

test('an override changes the line of its person, and every sum above it', () => {
  const changed = { ...row('julie', 'selection'), timeOff: 10, availableDays: 10, weight: 5 }
  const next = withOverridden(VIEW, { event: 7, rows: [changed], overrides: [override('julie', 10)] })
  expect(next.rows[0]).toEqual({ ...VIEW.rows[0], timeOff: 10, availableDays: 10, weight: 5 })
  expect(next.rows[1]).toBe(VIEW.rows[1])
  expect(next.teams[0]).toEqual({ ...VIEW.teams[0], availableDays: 10, weight: 5 })
  expect(next.teams.slice(1)).toEqual(VIEW.teams.slice(1))
  expect(next.total).toEqual({ ...VIEW.total, availableDays: 30, weight: 15 })
  expect(next.velocity.weight).toBe(15)
})

test('the overrides of its person are those of the answer, and none where the last was taken off', () => {
  const next = withOverridden(VIEW, { event: 7, rows: [row('julie', 'selection')], overrides: [] })
  expect(next.overrides).toEqual([override('patrick', 1)])
})
