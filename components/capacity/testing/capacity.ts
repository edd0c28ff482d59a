import type { CapacityOverride, CapacityRow, CapacityView } from '#lib/contract/capacity.ts'

export const WEEKS = ['2026-11-14', '2026-11-21'] as const

type Days = Partial<Omit<CapacityRow['weeks'][number], 'weekOn'>>

const termsOf = ({ workingDays = 5, holidays = 0, timeOff = 0, triageDays = 0, ...more }: Days) => {
  const { share = 1, focus = 1, overridden = [] } = more
  const left = workingDays - holidays - timeOff - triageDays
  return {
    workingDays,
    holidays,
    timeOff,
    triageDays,
    share,
    focus,
    availableDays: left * share * focus,
    overridden,
  }
}

/** A person of a team over two weeks; the terms of the milestone are the sums of theirs. */
export function aRow(person: string, team: string, ...given: readonly Days[]): CapacityRow {
  const weeks = WEEKS.map((weekOn, at) => ({ weekOn, ...termsOf(given[at] ?? {}) }))
  const sum = (term: 'workingDays' | 'holidays' | 'timeOff' | 'triageDays' | 'availableDays') =>
    weeks.reduce((all, week) => all + week[term], 0)
  const availableDays = sum('availableDays')
  return {
    person,
    name: person.charAt(0).toUpperCase() + person.slice(1),
    team,
    ...termsOf(given[0] ?? {}),
    workingDays: sum('workingDays'),
    holidays: sum('holidays'),
    timeOff: sum('timeOff'),
    triageDays: sum('triageDays'),
    availableDays,
    overridden: [],
    weight: Math.round(availableDays * 5) / 10,
    load: 0,
    weeks,
  }
}

export const anOverride = (
  fields: Pick<CapacityOverride, 'person' | 'term'> & Partial<CapacityOverride>,
): CapacityOverride => ({
  team: null,
  weekOn: null,
  value: 0,
  reason: 'A reason',
  by: 'mohamed',
  byName: 'Mohamed Hamda',
  at: '2026-11-10T09:00:00.000Z',
  ...fields,
})

/** What the group can carry, whose sums follow from its rows. */
export function capacityView(rows: readonly CapacityRow[], more: Partial<CapacityView> = {}): CapacityView {
  const sumOf = (some: readonly CapacityRow[], field: 'availableDays' | 'weight' | 'load') =>
    some.reduce((all, one) => all + one[field], 0)
  const teams = [...new Set(rows.map(({ team }) => team))].map((team) => {
    const own = rows.filter((one) => one.team === team)
    return {
      team,
      name: `Team ${team}`,
      availableDays: sumOf(own, 'availableDays'),
      weight: sumOf(own, 'weight'),
      load: sumOf(own, 'load'),
      unassigned: 0,
    }
  })
  return {
    milestone: {
      id: '7',
      slug: '19.7',
      title: '19.7',
      startOn: '2026-11-14',
      dueOn: '2026-11-27',
      shelf: null,
      closed: false,
    },
    focus: 1,
    triageShare: 50,
    daysPerWeight: 2,
    weeks: [...WEEKS],
    rows: [...rows],
    teams,
    total: {
      availableDays: sumOf(rows, 'availableDays'),
      weight: sumOf(rows, 'weight'),
      load: sumOf(rows, 'load'),
      withoutTeam: 0,
      unweighted: 0,
    },
    overrides: [],
    duties: [],
    confirmations: [],
    carryOver: null,
    lanes: [],
    laneLoad: [],
    velocity: { weight: null, past: [] },
    ...more,
  }
}
