import type { Recorded } from './events.ts'
import type { GroupState } from './replay-state.ts'
import { overrideKey } from './replay-capacity-state.ts'
import { confirmationKey } from './replay-time-off.ts'

/** What an event makes of the capacity of milestones, and of triage duty. */
export function applyToCapacity(state: GroupState, event: Recorded): void {
  switch (event.type) {
    case 'capacity.overridden': {
      const { milestone, person, team, weekOn, term, to } = event.data
      const place = { milestone: milestone.id, person: person.id, team: team?.id ?? null, weekOn, term }
      return put(state.overrides, overrideKey(place), to)
    }
    case 'capacity.confirmed': {
      const key = confirmationKey(Number(event.data.milestone.id), event.data.person.id)
      state.confirmations.set(key, event.happenedAt.toISOString())
      return
    }
    case 'capacity.reopened':
      state.confirmations.delete(confirmationKey(Number(event.data.milestone.id), event.data.person.id))
      return
    case 'capacity.lanes_set':
      return put(state.lanes, event.data.milestone.id, event.data.to.length > 0 ? event.data.to : null)
    case 'capacity.carry_over_weighed': {
      const { milestone, ref, to } = event.data
      return put(state.carryOvers, `${milestone.id} ${ref}`, to)
    }
    case 'duty.set': {
      const { team, weekOn, to } = event.data
      return put(state.duties, `${team.id} ${weekOn}`, to && to.id)
    }
    default:
  }
}

function put<V>(map: Map<string, V>, key: string, value: V | null): void {
  if (value === null) map.delete(key)
  else map.set(key, value)
}
