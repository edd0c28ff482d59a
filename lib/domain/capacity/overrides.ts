import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { DayCounts } from './days.ts'
import { DAY_TERMS, type DayTerm, type Override, type Term } from './terms.ts'

type Row = { person: string; team: string }

/** A value for one term of a row, in one week or in all: the narrower one holds. */
export function overrideOf(
  overrides: readonly Override[],
  { person, team }: Row,
  term: Term,
  weekOn: PlainDate | null,
): number | null {
  const fits = (of: string | null) =>
    overrides.find(
      (one) => one.person === person && one.team === of && one.term === term && one.weekOn === weekOn,
    )
  return (fits(team) ?? fits(null))?.value ?? null
}

/**
 * Puts the manager's days in the place of what was counted. A value for the whole milestone is spread over its weeks as
 * the counted days lie, so that the weeks add up to it; where none were counted, as the working days lie.
 */
export function withOverrides(
  weeks: readonly DayCounts[],
  starts: readonly PlainDate[],
  overrides: readonly Override[],
  row: Row,
): DayCounts[] {
  let counts = weeks.map((week) => ({ ...week }))
  if (overrides.length === 0) return counts
  for (const term of DAY_TERMS) {
    const whole = overrideOf(overrides, row, term, null)
    if (whole !== null) {
      const spread = spreadOver(counts, term, whole)
      counts = counts.map((week, at) => ({ ...week, [term]: spread[at] ?? 0 }))
    }
    counts = counts.map((week, at) => {
      const value = overrideOf(overrides, row, term, starts[at] ?? '')
      return value === null ? week : { ...week, [term]: value }
    })
  }
  return counts
}

function spreadOver(weeks: readonly DayCounts[], term: DayTerm, whole: number): number[] {
  const by = [term, 'workingDays' as const].find((one) => sumOf(weeks, one) > 0)
  if (!by) return weeks.map(() => whole / weeks.length)
  const sum = sumOf(weeks, by)
  return weeks.map((week) => (whole * week[by]) / sum)
}

const sumOf = (weeks: readonly DayCounts[], term: DayTerm): number =>
  weeks.reduce((sum, week) => sum + week[term], 0)
