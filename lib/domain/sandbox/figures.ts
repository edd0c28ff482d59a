import { type Load, loadOf, type Work } from '../capacity/load.ts'
import type { Capacity, Row } from '../capacity/terms.ts'
import { weightOf } from '../weight.ts'

/**
 * `load` is weight to a hundredth, as candidates give it, and `picked` what Deliverables and done work give of it; `weight` is
 * capacity, to a tenth.
 */
type Figures = { availableDays: number; weight: number; load: number; picked: number }

export type PlanFigures = {
  rows: (Omit<Row, 'weeks'> & { load: number; picked: number })[]
  /** `unassigned`: of the load, what has neither an assignee nor a DRI. */
  teams: (Figures & { team: string; unassigned: number })[]
  /** `withoutTeam`: of the load, what belongs to no team; `unweighted`: candidates without a weight. */
  total: Figures & { withoutTeam: number; unweighted: number }
}

/** Capacity against load by person, team and in all: the figures in which a sandbox and the live plan are compared. */
export function figuresOf(
  capacity: Capacity,
  work: readonly (Work & { unweighted: boolean; picked: boolean })[],
  teams: readonly string[],
): PlanFigures {
  const loads = loadOf(work, capacity.rows)
  const picked = work.filter((one) => one.picked)
  const pickedLoads = loadOf(picked, capacity.rows)
  const { availableDays, weight } = capacity
  return {
    rows: capacity.rows.map((row) => {
      const { weeks: _, ...terms } = row
      const isOwn = (one: Load) => one.person === row.person && one.team === row.team
      return { ...terms, load: sum(loads, isOwn), picked: sum(pickedLoads, isOwn) }
    }),
    teams: teams.map((team) => {
      const own = capacity.teams.find((one) => one.team === team)
      return {
        team,
        availableDays: own?.availableDays ?? 0,
        weight: own?.weight ?? 0,
        load: sum(loads, (one) => one.team === team),
        picked: sum(pickedLoads, (one) => one.team === team),
        unassigned: sum(loads, (one) => one.team === team && one.person === null),
      }
    }),
    total: {
      availableDays,
      weight,
      load: whole(work),
      picked: whole(picked),
      withoutTeam: sum(loads, ({ team }) => team === null),
      unweighted: work.filter(({ unweighted }) => unweighted).length,
    },
  }
}

const whole = (work: readonly Work[]): number => hundredths(work.reduce((all, one) => all + weightOf(one), 0))

const sum = (loads: readonly Load[], of: (one: Load) => boolean): number =>
  hundredths(loads.filter(of).reduce((all, { weight }) => all + weight, 0))

const hundredths = (value: number): number => Math.round(value * 100) / 100
