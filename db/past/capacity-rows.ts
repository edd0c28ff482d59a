import type { Recorded } from '#lib/domain/events.ts'
import { overrideKey } from '#lib/domain/replay-capacity-state.ts'
import type { GroupState } from '#lib/domain/replay-state.ts'
import { type Bound, statusAmong } from '#lib/domain/undone-events.ts'
import type { PastRow } from './rows.ts'

/** The parts of a key that names a milestone or a team first. */
const parts = (key: string): [number, string] => {
  const [first = '', ...rest] = key.split(' ')
  return [Number(first), rest.join(' ')]
}

export const capacityRows = {
  capacity_confirmations: ({ confirmations }: GroupState): PastRow[] =>
    [...confirmations].map(([key, at]) => {
      const [milestone, person] = parts(key)
      return { milestone_id: milestone, person_id: person, confirmed_at: at }
    }),
  capacity_lanes: ({ lanes }: GroupState): PastRow[] =>
    [...lanes].flatMap(([milestone, list]) =>
      list.map(({ team, priority, weight }) => ({
        priority,
        weight,
        milestone_id: Number(milestone),
        team_id: Number(team.id),
      })),
    ),
  carry_over_weights: ({ carryOvers }: GroupState): PastRow[] =>
    [...carryOvers].map(([key, weight]) => {
      const [milestone, ref] = parts(key)
      return { weight, milestone_id: milestone, issue_number: Number(ref) }
    }),
  triage_duties: ({ duties }: GroupState): PastRow[] =>
    [...duties].map(([key, person]) => {
      const [team, week] = parts(key)
      return { team_id: team, week_on: week, person_id: person }
    }),
}

/**
 * Overrides with who set them and when, by the last event that did and was not taken back; in the order in which they were
 * set, which is that of their ids.
 */
export function overrideRows(
  { overrides }: GroupState,
  events: readonly Recorded[],
  bonds: readonly Bound[],
  at: Date,
): PastRow[] {
  const statusOf = statusAmong([...bonds, ...events])
  const last = new Map<string, PastRow>()
  for (const event of events) {
    if (event.type !== 'capacity.overridden' || event.happenedAt > at || statusOf(event) !== 'counts')
      continue
    const { milestone, person, team, weekOn, term } = event.data
    const key = overrideKey({
      milestone: milestone.id,
      person: person.id,
      team: team?.id ?? null,
      weekOn,
      term,
    })
    const instead = overrides.get(key)
    if (!instead) continue
    last.set(key, {
      ...instead,
      term,
      id: event.number,
      milestone_id: Number(milestone.id),
      person_id: person.id,
      team_id: team && Number(team.id),
      week_on: weekOn,
      by_id: event.actorId,
      created_at: event.happenedAt,
    })
  }
  return [...last.values()]
}
