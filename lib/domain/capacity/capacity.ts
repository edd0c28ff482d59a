import type { PlainDate } from '#lib/kit/plain-date.ts'

import { countDays, type DayCounts, inWeeks, weekStarts, withinDays } from './days.ts'
import { overrideOf, withOverrides } from './overrides.ts'
import {
  type Capacity,
  type Membership,
  type Override,
  type PersonDay,
  type Row,
  type TeamSum,
  type Term,
  TERMS,
  type Terms,
  type Week,
} from './terms.ts'

export type CapacityInput = {
  /** The days of the milestone, first to last. */
  days: readonly PlainDate[]
  /** For each person, the same days as they have them. */
  people: ReadonlyMap<string, readonly PersonDay[]>
  /** In the order in which rows are wanted. */
  memberships: readonly Membership[]
  overrides: readonly Override[]
  focus: number
  /** Of a day of duty, 0–1. */
  triageShare: number
  daysPerWeight: number
}

/**
 * Handbook › Capacity Planning, Issue Weights: "A weight of 1 is approximately 2 working days of effort." A row for each
 * person and team: (working days − holidays − time off − triage duty) × share × focus = available days, ÷ days per weight
 * = weight. Weights are rounded once, to a tenth for each row, and what stands below is the sum of what stands above.
 */
export function capacityOf(input: CapacityInput): Capacity {
  const starts = weekStarts(input.days)
  const overrides = Map.groupBy(input.overrides, ({ person }) => person)
  const termsFor = onceForAlike((part) => countPart(input, starts, part))
  const rows = rowsOf(input.memberships).map((memberships): Row => {
    const [{ person, team }] = memberships
    const row = { person, team }
    const days = input.people.get(person) ?? []
    return { ...row, ...termsFor({ row, days, memberships, overrides: overrides.get(person) ?? [] }) }
  })
  return { weeks: starts, rows, ...sumsOf(rows) }
}

/** What teams and the group have, from what their people give. */
export function sumsOf(
  rows: readonly Pick<Row, 'team' | 'availableDays' | 'weight'>[],
): Pick<Capacity, 'teams' | 'availableDays' | 'weight'> {
  const teams = new Map<string, TeamSum>()
  for (const { team, availableDays, weight } of rows) {
    const sum = teams.get(team) ?? { team, availableDays: 0, weight: 0 }
    teams.set(team, {
      team,
      availableDays: hundredths(sum.availableDays + availableDays),
      weight: tenths(sum.weight + weight),
    })
  }
  return {
    teams: [...teams.values()],
    availableDays: hundredths(rows.reduce((sum, row) => sum + row.availableDays, 0)),
    weight: tenths(rows.reduce((sum, row) => sum + row.weight, 0)),
  }
}

/** Memberships by person and team: who left a team and came back has one row in it. */
function rowsOf(memberships: readonly Membership[]): [Membership, ...Membership[]][] {
  const rows = new Map<string, [Membership, ...Membership[]]>()
  for (const one of memberships) {
    const key = `${one.team}\n${one.person}`
    const held = rows.get(key)
    if (held) held.push(one)
    else rows.set(key, [one])
  }
  return [...rows.values()]
}

/** What a person has for a team, and all that it is counted from. */
type Part = {
  row: Pick<Row, 'person' | 'team'>
  days: readonly PersonDay[]
  memberships: readonly [Membership, ...Membership[]]
  overrides: readonly Override[]
}
type Counted = Omit<Row, 'person' | 'team'>

/** Of hundreds of people few differ: who has the same days, belongs to a team alike and has no overrides is counted once. */
function onceForAlike(count: (part: Part) => Counted): (part: Part) => Counted {
  const known = new Map<readonly PersonDay[], Map<string, Counted>>()
  return (part) => {
    if (part.overrides.length > 0) return count(part)
    const key = part.memberships.map(({ share, from, to }) => `${share} ${from} ${to}`).join('\n')
    const alike = known.get(part.days) ?? new Map<string, Counted>()
    const counted = alike.get(key) ?? count(part)
    known.set(part.days, alike.set(key, counted))
    return counted
  }
}

function countPart(
  { focus, triageShare, daysPerWeight }: CapacityInput,
  starts: readonly PlainDate[],
  { row, days, memberships, overrides }: Part,
): Counted {
  const counted = inWeeks(days).map((week) => countDays(week, memberships, triageShare))
  const weeks = withOverrides(counted, starts, overrides, row).map((counts, at): Week => {
    const weekOn = starts[at] ?? ''
    const instead = (term: Term) =>
      overrideOf(overrides, row, term, weekOn) ?? overrideOf(overrides, row, term, null)
    const factors = { share: instead('share') ?? counts.share, focus: instead('focus') ?? focus }
    const overridden = TERMS.filter((term) => instead(term) !== null)
    return { weekOn, ...termsOf({ ...withinDays(counts), ...factors }), overridden }
  })
  const terms = sumOfWeeks(weeks)
  return { ...terms, weeks, weight: tenths(terms.availableDays / daysPerWeight) }
}

type Counts = DayCounts & { focus: number }

const daysLeft = ({
  workingDays,
  holidays,
  timeOff,
  triageDays,
}: Pick<DayCounts, 'workingDays' | 'holidays' | 'timeOff' | 'triageDays'>): number =>
  workingDays - holidays - timeOff - triageDays

const termsOf = (counts: Counts) => ({
  ...counts,
  availableDays: hundredths(daysLeft(counts) * counts.share * counts.focus),
})

/** Days are added up; share and focus are the means with which the product is the sum again. */
function sumOfWeeks(weeks: readonly Week[]): Terms {
  const sum = (of: (week: Week) => number) => clean(weeks.reduce((all, week) => all + of(week), 0))
  const days = {
    workingDays: sum((week) => week.workingDays),
    holidays: sum((week) => week.holidays),
    timeOff: sum((week) => week.timeOff),
    triageDays: sum((week) => week.triageDays),
  }
  const left = daysLeft(days)
  const shared = sum((week) => daysLeft(week) * week.share)
  const [first] = weeks
  return {
    ...days,
    share: left === 0 ? (first?.share ?? 0) : clean(shared / left),
    focus:
      shared === 0
        ? (first?.focus ?? 1)
        : clean(sum((week) => daysLeft(week) * week.share * week.focus) / shared),
    availableDays: hundredths(sum((week) => week.availableDays)),
    overridden: TERMS.filter((term) => weeks.some(({ overridden }) => overridden.includes(term))),
  }
}

/** A hair below a half, for decimals have no exact sums, counts as the half. */
const tenths = (value: number): number => Math.round(value * 10 + 1e-6) / 10
const hundredths = (value: number): number => Math.round(value * 100 + 1e-6) / 100
/** Without the hair that sums of decimals leave. */
const clean = (value: number): number => Math.round(value * 1e9) / 1e9
