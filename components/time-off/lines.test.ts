import { expect, test } from 'vitest'

import type { MembershipFacts } from '#lib/contract/memberships.ts'
import type { TimeOffEntry } from '#lib/contract/time-off.ts'
import type { Role } from '#lib/domain/permissions.ts'

import { partsOf } from './lines.ts'

const person = (handle: string, ...roles: Role[]) => ({
  handle,
  name: handle.charAt(0).toUpperCase() + handle.slice(1),
  roles,
  titles: [],
  acting: false,
  held: [],
  account: null,
})
const member = (who: string, team: string, more: Partial<MembershipFacts> = {}): MembershipFacts => ({
  id: 1,
  team,
  person: who,
  name: who,
  kind: 'main',
  percent: 100,
  from: '2026-01-01',
  to: null,
  ...more,
})
const entry = (who: string, from: string, to: string, more: Partial<TimeOffEntry> = {}): TimeOffEntry => ({
  id: 1,
  person: who,
  name: who,
  from,
  to,
  fromNoon: false,
  untilNoon: false,
  kind: null,
  note: null,
  shortNotice: false,
  mine: false,
  editable: false,
  ...more,
})
const teams = [
  { slug: 'selection', name: 'Selection' },
  { slug: 'gateway', name: 'Gateway' },
]
const known = {
  people: [
    person('julie', 'engineer'),
    person('cindy', 'engineer'),
    person('mohamed', 'em'),
    person('amy', 'stakeholder'),
  ],
  teams,
  memberships: [member('julie', 'gateway'), member('cindy', 'selection')],
  times: [],
  entries: [],
  from: '2026-11-16',
  to: '2026-11-22',
}
const drawn = (more: Partial<Parameters<typeof partsOf>[0]> = {}) =>
  partsOf({ ...known, ...more }).map(
    ({ title, lines }) => `${title}: ${lines.map(({ name }) => name).join()}`,
  )

test('people stand with their functional team in the order of teams, managers last, stakeholders not at all', () => {
  expect(drawn()).toEqual(['Selection: Cindy', 'Gateway: Julie', 'EM and PM: Mohamed'])
})

test('who belongs to no team in these days stands apart', () => {
  const ended = member('julie', 'gateway', { to: '2026-11-13' })
  const later = member('cindy', 'selection', { from: '2026-12-01' })
  expect(drawn({ memberships: [ended, later] })).toEqual([
    'No functional team: Julie,Cindy',
    'EM and PM: Mohamed',
  ])
})

test('of several teams the main one counts, and of those that support the one with most time', () => {
  const supporting = (team: string, percent: number) => member('julie', team, { kind: 'supporting', percent })
  expect(drawn({ memberships: [supporting('gateway', 20), supporting('selection', 60)] })).toContain(
    'Selection: Julie',
  )
  expect(
    drawn({ memberships: [member('julie', 'gateway', { percent: 10 }), supporting('selection', 90)] }),
  ).toContain('Gateway: Julie')
})

test('the sum counts working days of the range, without weekends and holidays, by halves', () => {
  const sumOf = (
    entries: readonly TimeOffEntry[],
    holidays: readonly { day: string; half: boolean }[] = [],
  ) => {
    const times = [
      {
        person: 'julie',
        name: 'Julie',
        times: [],
        holidays: holidays.map((one) => ({ ...one, name: 'A holiday' })),
      },
    ]
    const lines = partsOf({ ...known, entries, times }).flatMap((part) => part.lines)
    return lines.find(({ handle }) => handle === 'julie')?.sum
  }
  expect(sumOf([entry('julie', '2026-11-16', '2026-11-22')])).toBe(5)
  expect(sumOf([entry('julie', '2026-11-01', '2026-12-24')]), 'what lies outside is not shown').toBe(5)
  expect(sumOf([entry('julie', '2026-11-16', '2026-11-17', { fromNoon: true })])).toBe(1.5)
  expect(
    sumOf([entry('julie', '2026-11-16', '2026-11-17'), entry('julie', '2026-11-20', '2026-11-20')]),
  ).toBe(3)
  expect(sumOf([entry('julie', '2026-11-16', '2026-11-22')], [{ day: '2026-11-18', half: false }])).toBe(4)
  expect(sumOf([entry('julie', '2026-11-16', '2026-11-22')], [{ day: '2026-11-18', half: true }])).toBe(4.5)
  expect(sumOf([entry('cindy', '2026-11-16', '2026-11-22')]), 'of another person').toBe(0)
})
