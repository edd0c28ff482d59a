import type { CapacityView } from '#lib/contract/capacity.ts'
import { type Load, loadOf } from '#lib/domain/capacity/load.ts'
import type { Capacity, Row } from '#lib/domain/capacity/terms.ts'
import { weightOf } from '#lib/domain/weight.ts'
import type { Ctx } from '../context.ts'
import { capacityIn, capacityTerms, type Timebox } from './capacity-terms.ts'
import { candidatesIn } from './capacity-work.ts'

type Team = { slug: string; name: string }

/** Weights are hundredths at the finest. */
export const sum = (weights: readonly number[]): number =>
  Math.round(weights.reduce((all, weight) => all + weight, 0) * 100) / 100

export const weightOn = (loads: readonly Load[], { person, team }: Row): number =>
  loads.find((one) => one.person === person && one.team === team)?.weight ?? 0

export const teamsOf = (
  teams: readonly Team[],
  capacity: Capacity,
  loads: readonly Load[],
): CapacityView['teams'] =>
  teams.map((team) => ({ ...teamFacts(capacity, team), ...teamLoad(loads, team.slug) }))

function teamFacts({ teams }: Capacity, { slug, name }: Team) {
  const { availableDays, weight } = teams.find(({ team }) => team === slug) ?? { availableDays: 0, weight: 0 }
  return { team: slug, name, availableDays, weight }
}

function teamLoad(loads: readonly Load[], team: string) {
  const own = loads.filter((one) => one.team === team)
  return {
    load: sum(own.map(({ weight }) => weight)),
    unassigned: sum(own.flatMap(({ person, weight }) => (person === null ? weight : []))),
  }
}

/** Candidates of a milestone against what the group and its teams can carry, as the page of capacity adds them up. */
export async function loadIn(ctx: Ctx, box: Timebox) {
  const [terms, candidates, { rows: teams }] = await Promise.all([
    capacityTerms(ctx, box.startOn, box.dueOn),
    candidatesIn(ctx, Number(box.id)),
    ctx.db.query<Team>({
      name: 'team-names',
      text: 'select slug, name from functional_teams where group_id = $1 order by position, id',
      values: [ctx.group.id],
    }),
  ])
  const capacity = capacityIn(terms, box)
  const loads = loadOf(candidates, capacity.rows)
  return {
    weight: capacity.weight,
    load: sum(candidates.map(weightOf)),
    unweighted: candidates.filter(({ unweighted }) => unweighted).length,
    teams: teamsOf(teams, capacity, loads).map(({ team, name, weight, load }) => ({
      team,
      name,
      weight,
      load,
    })),
  }
}
