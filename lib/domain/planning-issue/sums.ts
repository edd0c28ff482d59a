import type { Load } from '../capacity/load.ts'
import type { PlanningBlocks, TeamCapacity } from './blocks.ts'

type Team = { team: string; name: string; weight: number }

/** Capacity beside what is picked of it, team by team: what falls to no team stands in a row of its own. */
export function sumsOf(
  teams: readonly Team[],
  capacity: number,
  loads: readonly Pick<Load, 'team' | 'weight'>[],
): Pick<PlanningBlocks['capacity'], 'teams' | 'total'> {
  const of = (team: string | null) => sum(loads.filter((one) => one.team === team))
  const rows: TeamCapacity[] = teams
    .map(({ team, name, weight }) => ({ slug: team, name, capacity: weight, picked: of(team) }))
    .filter((row) => row.capacity > 0 || row.picked > 0)
  const loose = of(null)
  return {
    teams: loose > 0 ? [...rows, { slug: null, name: 'No team', capacity: 0, picked: loose }] : rows,
    total: { capacity, picked: sum(loads) },
  }
}

/** Weights are hundredths at the finest. */
const sum = (loads: readonly { weight: number }[]): number =>
  Math.round(loads.reduce((all, { weight }) => all + weight, 0) * 100) / 100
