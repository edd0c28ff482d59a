import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, eachDay } from '#lib/kit/plain-date.ts'
import { capacityOf } from './capacity.ts'
import type { Membership, PersonDay, Row } from './terms.ts'
import { DUE, input, member, START, usual } from './testing.ts'

const days = eachDay(START, DUE)
const only = (rows: readonly Row[]): Row => {
  const [row] = rows
  if (!row) throw new Error('There is no row.')
  return row
}

test('twenty-five working days of one person are a weight of 12.5', () => {
  const { rows, weight, weeks } = capacityOf(input())
  expect(only(rows)).toMatchObject({ workingDays: 25, availableDays: 25, weight: 12.5 })
  expect(weight).toBe(12.5)
  expect(weeks).toEqual(['2026-12-12', '2026-12-19', '2026-12-26', '2027-01-02', '2027-01-09'])
})

test('of four people one away half the time: 87.5 % of the days are left', () => {
  const two = eachDay('2026-03-02', '2026-03-13')
  const people = ['a', 'b', 'c', 'd']
  const { availableDays } = capacityOf(
    input({
      days: two,
      people: new Map(
        people.map((person) => [
          person,
          usual(two, (day) => ({ away: person === 'a' && day < '2026-03-09' ? 1 : 0 })),
        ]),
      ),
      memberships: people.map((person) => member(person, 'selection')),
    }),
  )
  expect(availableDays / 40).toBe(0.875)
})

test('every term of a person has its own sum: holidays before time off, triage on what is left', () => {
  const on = (day: string): Partial<PersonDay & { holiday: boolean }> => ({
    holiday: ['2026-12-25', '2027-01-01'].includes(day),
    away: day >= '2026-12-28' && day <= '2027-01-01' ? 1 : day === '2026-12-24' ? 0.5 : 0,
    duty: day >= '2026-12-21' && day <= '2026-12-25',
  })
  const { rows } = capacityOf(input({ people: new Map([['julie', usual(days, on)]]), focus: 0.9 }))
  // Four days away of which the first of January was a holiday, and half of the 24th; triage takes half of 3.5 days.
  expect(only(rows)).toMatchObject({
    workingDays: 25,
    holidays: 2,
    timeOff: 4.5,
    triageDays: 1.75,
    share: 1,
    focus: 0.9,
    availableDays: 15.08,
    weight: 7.5,
  })
  expect(only(rows).weeks[1]).toMatchObject({ holidays: 1, timeOff: 0.5, triageDays: 1.75 })
})

test('a holiday on a weekend costs nothing, and neither does time off on one', () => {
  const on = (day: string): Partial<PersonDay & { holiday: boolean }> => ({
    holiday: day === '2026-12-26',
    away: day === '2026-12-27' ? 1 : 0,
  })
  const { rows } = capacityOf(input({ people: new Map([['julie', usual(days, on)]]) }))
  expect(only(rows)).toMatchObject({ holidays: 0, timeOff: 0, availableDays: 25 })
})

test('who joins on the last Wednesday has three days, and who changes teams counts once', () => {
  const joined = member('julie', 'selection', { from: '2027-01-13' })
  expect(only(capacityOf(input({ memberships: [joined] })).rows)).toMatchObject({
    workingDays: 3,
    weight: 1.5,
  })
  const moved = [
    member('julie', 'selection', { to: '2026-12-25' }),
    member('julie', 'connectivity', { from: '2026-12-26' }),
  ]
  expect(capacityOf(input({ memberships: moved })).teams).toEqual([
    { team: 'selection', availableDays: 10, weight: 5 },
    { team: 'connectivity', availableDays: 15, weight: 7.5 },
  ])
})

test('a staff engineer stands in each of their teams with their share', () => {
  const shares = { connectivity: 0.6, selection: 0.2, gateway: 0.2 }
  const memberships = Object.entries(shares).map(([team, share]) => member('julie', team, { share }))
  const { teams, availableDays } = capacityOf(input({ memberships }))
  expect(teams.map(({ availableDays }) => availableDays)).toEqual([15, 5, 5])
  expect(availableDays).toBe(25)
})

test('a milestone of leap day and other odd ends has the days of its calendar', () => {
  const leap = eachDay('2028-02-26', '2028-03-03')
  expect(
    only(capacityOf(input({ days: leap, people: new Map([['julie', usual(leap)]]) })).rows).workingDays,
  ).toBe(5)
  const nothing = capacityOf(input({ days: [], people: new Map() }))
  expect(nothing).toMatchObject({ weeks: [], availableDays: 0, weight: 0 })
})

const part = fc.constantFrom(0, 0.5, 1)
const person = fc.array(
  fc
    .record({ work: part, holiday: fc.boolean(), away: part, duty: fc.boolean() })
    .map(({ holiday, ...day }) => ({ ...day, off: holiday ? day.work : 0 })),
  {
    minLength: days.length,
    maxLength: days.length,
  },
)
const memberships = fc.array(
  fc.record({
    person: fc.constantFrom('a', 'b', 'c'),
    team: fc.constantFrom('selection', 'connectivity'),
    share: fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20),
    from: fc.constantFrom('2020-01-01', '2026-12-16', '2027-01-13'),
    to: fc.constantFrom(null, '2026-12-29', '2027-01-14'),
  }),
  { maxLength: 6 },
)
const world = fc.record({
  people: fc.tuple(person, person, person),
  memberships,
  focus: fc.constantFrom(1, 0.9, 0.75, 0.333),
})
type World = { people: Omit<PersonDay, 'day'>[][]; memberships: Membership[]; focus: number }
const inputOf = ({ people, ...rest }: World) =>
  input({
    ...rest,
    people: new Map(
      ['a', 'b', 'c'].map((name, at) => [
        name,
        days.map((day, place) => ({
          work: 0,
          off: 0,
          away: 0,
          duty: false,
          ...people[at]?.[place],
          day,
        })),
      ]),
    ),
  })

test('what stands below is the sum of what stands above: cells, rows, teams, group', () => {
  fc.assert(
    fc.property(world, (world) => {
      const { rows, teams, availableDays, weight } = capacityOf(inputOf(world))
      for (const row of rows) {
        expect(sum(row.weeks, (week) => week.availableDays)).toBeCloseTo(row.availableDays, 8)
        for (const terms of [row, ...row.weeks]) {
          const left = terms.workingDays - terms.holidays - terms.timeOff - terms.triageDays
          expect(left).toBeGreaterThan(-1e-9)
          // Each week is rounded to a hundredth of a day once.
          expect(Math.abs(left * terms.share * terms.focus - terms.availableDays)).toBeLessThan(0.03)
        }
      }
      for (const team of teams) {
        const own = rows.filter((row) => row.team === team.team)
        expect(sum(own, (row) => row.weight)).toBeCloseTo(team.weight, 8)
        expect(sum(own, (row) => row.availableDays)).toBeCloseTo(team.availableDays, 8)
      }
      expect(sum(teams, (team) => team.weight)).toBeCloseTo(weight, 8)
      expect(sum(teams, (team) => team.availableDays)).toBeCloseTo(availableDays, 8)
    }),
  )
})

test('moving one day of time off moves exactly that day', () => {
  const working = days.filter((_, at) => usual(days)[at]?.work === 1)
  fc.assert(
    fc.property(fc.constantFrom(...working), fc.constantFrom(...working), (from, to) => {
      const away = (day: string) =>
        capacityOf(
          input({ people: new Map([['julie', usual(days, (one) => ({ away: one === day ? 1 : 0 }))]]) }),
        )
      const weekOf = (day: string) => Math.floor(days.indexOf(day) / 7)
      const [before, after] = [only(away(from).rows), only(away(to).rows)]
      expect(after.availableDays).toBe(before.availableDays)
      for (const [at, week] of after.weeks.entries()) {
        const moved = (at === weekOf(to) ? 1 : 0) - (at === weekOf(from) ? 1 : 0)
        expect(week.timeOff).toBe((before.weeks[at]?.timeOff ?? 0) + moved)
      }
    }),
  )
})

test('more people, more days and less time off never make less of it', () => {
  fc.assert(
    fc.property(world, (world) => {
      const here = { ...world, people: world.people.map((one) => one.map((day) => ({ ...day, away: 0 }))) }
      expect(capacityOf(inputOf(here)).availableDays).toBeGreaterThanOrEqual(
        capacityOf(inputOf(world)).availableDays,
      )
    }),
  )
})

test('weeks have seven days from the start on, the last what is left', () => {
  expect(capacityOf(input({ days: days.slice(0, 9) })).weeks).toEqual([START, addDays(START, 7)])
})

const sum = <T>(list: readonly T[], of: (one: T) => number): number =>
  list.reduce((all, one) => all + of(one), 0)

test('people who work alike are counted as each of them alone', () => {
  const share = fc.constantFrom(0.5, 1)
  const from = fc.constantFrom(START, '2026-12-26')
  const person = fc.record({
    part: fc.boolean(),
    share,
    from,
    override: fc.option(fc.integer({ min: 0, max: 5 })),
  })
  fc.assert(
    fc.property(fc.array(person, { minLength: 2, maxLength: 12 }), (all) => {
      const [whole, half] = [usual(days), usual(days, () => ({ work: 0.5 }))]
      const name = (at: number) => `person-${at}`
      const everyone = {
        people: new Map(all.map(({ part }, at) => [name(at), part ? half : whole])),
        memberships: all.map(({ share, from }, at) => member(name(at), 'selection', { share, from })),
        overrides: all.flatMap(({ override }, at) =>
          override === null
            ? []
            : [{ person: name(at), team: null, weekOn: null, term: 'timeOff' as const, value: override }],
        ),
      }
      const together = capacityOf(input(everyone)).rows
      const apart = everyone.memberships.flatMap(
        (one) => capacityOf(input({ ...everyone, memberships: [one] })).rows,
      )
      expect(together).toEqual(apart)
    }),
  )
})
