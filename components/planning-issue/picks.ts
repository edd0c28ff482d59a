import type { PlanningBlocks } from '#lib/contract/planning-issue.ts'

/** A candidate that is picked and no Deliverable yet. `dri` is a name; `loads` is its weight by the slug of a team. */
export type PlannedPick = {
  ref: number
  title: string
  dri: string | null
  loads: readonly { team: string | null; weight: number }[]
}

type Capacity = PlanningBlocks['capacity']

/** Capacity as it would be with the picks; those without a team stand in a row of their own. */
export function withPicks(capacity: Capacity, picks: readonly PlannedPick[]): Capacity {
  const loads = picks.flatMap((pick) => pick.loads)
  const of = (team: string | null) =>
    loads.reduce((sum, load) => sum + (load.team === team ? load.weight : 0), 0)
  const loose = of(null)
  const rows = capacity.teams.map((row) => ({ ...row, picked: row.picked + of(row.slug) }))
  const isMissing = loose > 0 && !capacity.teams.some(({ slug }) => slug === null)
  return {
    ...capacity,
    teams: isMissing ? [...rows, { slug: null, name: 'No team', capacity: 0, picked: loose }] : rows,
    total: {
      ...capacity.total,
      picked: capacity.total.picked + loads.reduce((sum, { weight }) => sum + weight, 0),
    },
  }
}
