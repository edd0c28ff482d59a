import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, eachDay } from '#lib/kit/plain-date.ts'

import { capacityOf } from '../capacity/capacity.ts'
import type { Work } from '../capacity/load.ts'
import { TERMS } from '../capacity/terms.ts'
import { DUE, input, member, START, usual } from '../capacity/testing.ts'
import { awayOn, type TimeOffDays } from '../time-off.ts'
import type { SandboxChange } from './changes.ts'
import { figuresOf } from './figures.ts'
import { overlay, type Plan } from './overlay.ts'

const days = eachDay(START, DUE)
const PEOPLE = ['julie', 'cindy', 'manoj'] as const
const memberships = [
  member('julie', 'selection', { share: 0.6 }),
  member('julie', 'connectivity', { share: 0.4 }),
  member('cindy', 'connectivity'),
  member('manoj', 'selection'),
]
const issue = (ref: number, facts: Partial<Work & { picked: boolean }> = {}) => ({
  ref,
  weight: 2,
  split: false,
  team: 'selection',
  assignees: [],
  dri: null,
  unweighted: false,
  picked: false,
  ...facts,
})
type Planned = Plan<ReturnType<typeof issue>>

const LIVE: Planned = {
  away: [{ person: 'cindy', fromOn: '2026-12-28', toOn: '2026-12-30', fromNoon: false, untilNoon: true }],
  overrides: [{ person: 'manoj', team: null, weekOn: null, term: 'focus', value: 0.8 }],
  people: PEOPLE,
  work: [
    issue(1, { dri: 'julie' }),
    issue(2, { assignees: ['cindy'], picked: true }),
    issue(3, { team: 'connectivity' }),
  ],
}
const ISSUES = new Map([[9, issue(9, { weight: 3, dri: 'manoj' })]])

const figures = (plan: Planned) => {
  const people = new Map(
    PEOPLE.map((person) => [
      person as string,
      usual(days, (day) => ({
        away: plan.away
          .filter((one) => one.person === person)
          .reduce((sum, one) => sum + awayOn(one, day), 0),
      })),
    ]),
  )
  const capacity = capacityOf(input({ days, people, memberships, overrides: plan.overrides }))
  return figuresOf(capacity, plan.work, ['selection', 'connectivity'])
}
const after = (...changes: SandboxChange[]) => figures(overlay(LIVE, changes, ISSUES))
const live = figures(LIVE)

const someDays = fc
  .tuple(fc.nat(30), fc.nat(9), fc.boolean(), fc.boolean())
  .map(([from, length, fromNoon, untilNoon]): TimeOffDays => {
    const fromOn = addDays(START, from)
    return {
      fromOn,
      toOn: addDays(fromOn, length),
      fromNoon,
      untilNoon: untilNoon && !(length === 0 && fromNoon),
    }
  })
/** “2026-12-28 am”, … */
const halfDays = ({ fromOn, toOn, fromNoon, untilNoon }: TimeOffDays): string[] =>
  eachDay(fromOn, toOn)
    .flatMap((day) => [`${day} am`, `${day} pm`])
    .filter((half) => !(fromNoon && half === `${fromOn} am`) && !(untilNoon && half === `${toOn} pm`))

const person = fc.constantFrom(...PEOPLE)
const someChange: fc.Arbitrary<SandboxChange> = fc.oneof(
  fc.tuple(person, someDays).map(([person, days]) => ({ what: 'timeOff' as const, person, ...days })),
  fc.tuple(person, someDays).map(([person, days]) => ({ what: 'timeOffCut' as const, person, ...days })),
  fc
    .tuple(fc.constantFrom(1, 2, 3), fc.boolean())
    .map(([ref, isIn]) => ({ what: 'deliverable' as const, ref, isIn })),
  fc
    .tuple(person, fc.constantFrom(...TERMS), fc.integer({ min: 0, max: 10 }))
    .map(([person, term, tenths]) => ({
      what: 'override' as const,
      person,
      team: null,
      weekOn: null,
      term,
      value: tenths / 10,
    })),
  fc.integer({ min: 0, max: 20 }).map((tenths) => ({ what: 'focus' as const, value: tenths / 10 })),
  fc.boolean().map((isIn) => ({ what: 'candidate' as const, ref: isIn ? 9 : 2, isIn })),
  fc.tuple(fc.constantFrom(1, 2, 3), person).map(([ref, person]) => ({ what: 'dri' as const, ref, person })),
)

describe('a what-if', () => {
  test('without changes is the live plan', () => {
    expect(overlay(LIVE, [], ISSUES)).toEqual(LIVE)
    expect(after()).toEqual(live)
  })

  test('changes nothing of the plan that it lies upon', () => {
    const before = structuredClone(LIVE)
    fc.assert(fc.property(fc.array(someChange), (changes) => void overlay(LIVE, changes, ISSUES)))
    expect(LIVE).toEqual(before)
  })

  test('is the same whether its changes are made at once or one after the other', () => {
    fc.assert(
      fc.property(fc.array(someChange), fc.nat(5), (changes, at) => {
        const [first, rest] = [changes.slice(0, at), changes.slice(at)]
        const inTurn = overlay(overlay(LIVE, first, ISSUES), rest, ISSUES)
        expect(inTurn).toEqual(overlay(LIVE, changes, ISSUES))
      }),
    )
  })

  test('of time off takes days of that person alone, and never a day twice', () => {
    fc.assert(
      fc.property(someDays, (away) => {
        const { rows } = after({ what: 'timeOff', person: 'cindy', ...away })
        for (const [at, row] of rows.entries()) {
          if (row.person !== 'cindy') expect(row).toEqual(live.rows[at])
          else {
            expect(row.availableDays).toBeLessThanOrEqual(live.rows[at]?.availableDays ?? 0)
            expect(row.timeOff).toBeLessThanOrEqual(row.workingDays)
          }
        }
        const twice = after(
          { what: 'timeOff', person: 'cindy', ...away },
          { what: 'timeOff', person: 'cindy', ...away },
        )
        expect(twice.rows).toEqual(rows)
      }),
    )
  })

  test('of a week away moves exactly its five days, less what was taken already', () => {
    const week = { fromOn: '2026-12-28', toOn: '2027-01-01', fromNoon: false, untilNoon: false }
    const { rows, total } = after({ what: 'timeOff', person: 'cindy', ...week })
    expect(rows[2]).toMatchObject({ person: 'cindy', timeOff: 5, availableDays: 20 })
    expect(live.rows[2]).toMatchObject({ timeOff: 2.5, availableDays: 22.5 })
    expect(total.availableDays).toBe(live.total.availableDays - 2.5)
    expect(total.load).toBe(live.total.load)
  })

  test('of a day that is worked after all gives back exactly that day, and only where it was away', () => {
    const day = (fromOn: string, toOn = fromOn) => ({ fromOn, toOn, fromNoon: false, untilNoon: false })
    const { rows, total } = after({ what: 'timeOffCut', person: 'cindy', ...day('2026-12-29') })
    expect(rows[2]).toMatchObject({ person: 'cindy', timeOff: 1.5, availableDays: 23.5 })
    expect(rows.filter(({ person }) => person !== 'cindy')).toEqual(
      live.rows.filter(({ person }) => person !== 'cindy'),
    )
    expect(total.availableDays).toBe(live.total.availableDays + 1)
    expect(total.load).toBe(live.total.load)
    // the afternoon of the last day was worked anyway
    expect(after({ what: 'timeOffCut', person: 'cindy', ...day('2026-12-30') }).rows[2]?.timeOff).toBe(2)
    expect(
      after({ what: 'timeOffCut', person: 'cindy', ...day('2026-12-01', '2027-01-31') }).rows[2]?.timeOff,
    ).toBe(0)
    expect(after({ what: 'timeOffCut', person: 'manoj', ...day('2026-12-01', '2027-01-31') })).toEqual(live)
  })

  test('of a day that is worked after all moves as many days of capacity as it takes of time off, whatever day', () => {
    fc.assert(
      fc.property(someDays, (worked) => {
        const { rows, total } = after({ what: 'timeOffCut', person: 'cindy', ...worked })
        const back = (live.rows[2]?.timeOff ?? 0) - (rows[2]?.timeOff ?? 0)
        const [entry] = LIVE.away
        const gone = entry ? halfDays(entry).filter((half) => halfDays(worked).includes(half)).length / 2 : 0
        expect(back).toBe(gone)
        expect(total.availableDays).toBeCloseTo(live.total.availableDays + gone, 5)
      }),
    )
  })

  test('of a Deliverable moves what is picked of the person and the team, and neither capacity nor load', () => {
    expect(live.total.picked).toBe(2)
    const more = after(
      { what: 'deliverable', ref: 1, isIn: true },
      { what: 'deliverable', ref: 2, isIn: false },
    )
    expect(more.rows.map(({ picked }) => picked)).toEqual([2, 0, 0, 0])
    expect(more.total).toEqual({ ...live.total, picked: 2 })
    expect(after({ what: 'deliverable', ref: 1, isIn: true }).total.picked).toBe(4)
    // it stays picked whichever DRI it has, and goes with the candidate
    expect(
      after({ what: 'deliverable', ref: 1, isIn: true }, { what: 'dri', ref: 1, person: 'manoj' }).rows[3]
        ?.picked,
    ).toBe(2)
    expect(after({ what: 'candidate', ref: 2, isIn: false }).total.picked).toBe(0)
    expect(after({ what: 'deliverable', ref: 9, isIn: true })).toEqual(live)
  })

  test('of a share moves the row of that person in that team alone', () => {
    const { rows } = after({
      what: 'override',
      person: 'julie',
      team: 'selection',
      weekOn: null,
      term: 'share',
      value: 0.3,
    })
    expect(rows[0]).toMatchObject({ person: 'julie', team: 'selection', share: 0.3, availableDays: 7.5 })
    expect(rows.slice(1)).toEqual(live.rows.slice(1))
  })

  test('of the focus moves everyone who has no focus of their own', () => {
    const { rows } = after({ what: 'focus', value: 0.5 })
    expect(rows.map(({ person, focus }) => [person, focus])).toEqual([
      ['julie', 0.5],
      ['julie', 0.5],
      ['cindy', 0.5],
      ['manoj', 0.8],
    ])
  })

  test('of a candidate moves its weight and nothing of the capacity', () => {
    const more = after({ what: 'candidate', ref: 9, isIn: true })
    expect(more.total.load).toBe(live.total.load + 3)
    expect(more.rows.map(({ load }) => load)).toEqual([2, 0, 2, 3])
    expect(more.total.weight).toBe(live.total.weight)
    expect(after({ what: 'candidate', ref: 2, isIn: false }).total.load).toBe(live.total.load - 2)
    // what is a candidate already, or is none, stays what it is
    expect(after({ what: 'candidate', ref: 1, isIn: true })).toEqual(live)
    expect(after({ what: 'candidate', ref: 8, isIn: false })).toEqual(live)
  })

  test('of a DRI moves the load of what has no assignee', () => {
    const { rows, total } = after(
      { what: 'dri', ref: 3, person: 'cindy' },
      { what: 'dri', ref: 2, person: 'julie' },
    )
    expect(rows.map(({ load }) => load)).toEqual([2, 0, 4, 0])
    expect(total.load).toBe(live.total.load)
  })

  test('always adds up: rows are teams, teams are the total', () => {
    fc.assert(
      fc.property(fc.array(someChange), (changes) => {
        const { rows, teams, total } = after(...changes)
        const sum = (values: number[]) => Math.round(values.reduce((all, one) => all + one, 0) * 100) / 100
        expect(sum(teams.map(({ availableDays }) => availableDays))).toBeCloseTo(total.availableDays, 5)
        expect(sum(rows.map(({ weight }) => weight))).toBeCloseTo(total.weight, 5)
        expect(sum([...teams.map(({ load }) => load), total.withoutTeam])).toBe(total.load)
        expect(total.picked).toBeLessThanOrEqual(total.load)
        for (const one of [...rows, ...teams]) expect(one.picked).toBeLessThanOrEqual(one.load)
      }),
    )
  })
})
