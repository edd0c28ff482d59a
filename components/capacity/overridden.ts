import type { CapacityView, Overridden } from '#lib/contract/capacity.ts'
import { sumsOf } from '#lib/domain/capacity/capacity.ts'
import { velocityCheck } from '#lib/domain/capacity/velocity.ts'

/** A capacity with what an override has changed of it: the lines of a person, and all sums above them. */
export function withOverridden(view: CapacityView, { rows, overrides }: Overridden): CapacityView {
  const next = view.rows.map((row) => {
    const changed = rows.find(({ person, team }) => person === row.person && team === row.team)
    return changed ? { ...row, ...changed } : row
  })
  const { teams, ...total } = sumsOf(next)
  const people = new Set(rows.map(({ person }) => person))
  return {
    ...view,
    rows: next,
    teams: view.teams.map((team) => ({ ...team, ...teams.find((one) => one.team === team.team) })),
    total: { ...view.total, ...total },
    overrides: [...view.overrides.filter(({ person }) => !people.has(person)), ...overrides],
    velocity: { ...view.velocity, weight: velocityCheck(view.velocity.past, total.availableDays) },
  }
}
