import type { Recorded } from './events.ts'
import type { RoleTerms } from './events/people.ts'
import type { Role } from './permissions.ts'
import { change, inOrder, picked } from './replay-maps.ts'
import type { GroupState, MembershipState } from './replay-state.ts'
import { reopen } from './replay-time-off.ts'

/** What an event makes of people, of teams and of what they own. */
export function applyToPeople(state: GroupState, event: Recorded): void {
  switch (event.type) {
    case 'role.given':
    case 'role.changed': {
      const { person, role, title, acting } = event.data
      rolesOf(state, person.id).set(role, { title, acting })
      return
    }
    case 'role.taken':
      rolesOf(state, event.data.person.id).delete(event.data.role)
      return
    case 'invitation.accepted': {
      const { person, role, known } = event.data
      const roles = rolesOf(state, person.id)
      if (!known && !roles.has(role)) roles.set(role, { title: '', acting: false })
      return
    }
    case 'person.left': {
      const { person, kept } = event.data
      state.roles.delete(person.id)
      for (const { id } of kept.ended) change(state.memberships, id, { to: kept.on })
      for (const { id } of kept.dropped) state.memberships.delete(id)
      return
    }
    case 'membership.started':
    case 'membership.changed':
      state.memberships.set(event.data.id, membershipOf(event.data))
      return
    case 'membership.removed':
      state.memberships.delete(event.data.id)
      return
    default:
      applyToTimes(state, event)
  }
}

function applyToTimes(state: GroupState, event: Recorded): void {
  switch (event.type) {
    case 'working_time.set': {
      const { person, from, country, region, week } = event.data
      state.workingTimes.set(`${person.id} ${from}`, { person: person.id, from, country, region, week })
      return reopen(state, event.data)
    }
    case 'working_time.removed':
      state.workingTimes.delete(`${event.data.person.id} ${event.data.from}`)
      return reopen(state, event.data)
    case 'day_off.added':
      state.daysOff.set(event.data.day, event.data.name)
      return
    case 'day_off.removed':
      state.daysOff.delete(event.data.day)
      return
    default:
      applyToTeams(state, event)
  }
}

function rolesOf({ roles }: GroupState, person: string): Map<Role, RoleTerms> {
  const held = roles.get(person) ?? new Map<Role, RoleTerms>()
  roles.set(person, held)
  return held
}

type MembershipData = Extract<Recorded, { type: 'membership.started' | 'membership.changed' }>['data']

const membershipOf = ({ person, team, kind, share, startsOn, endsOn }: MembershipData): MembershipState => ({
  person: person.id,
  team: Number(team.id),
  kind,
  share,
  from: startsOn,
  to: endsOn,
})

function applyToTeams(state: GroupState, event: Recorded): void {
  switch (event.type) {
    case 'team.created': {
      const { id, ...team } = event.data
      state.teams.set(id, team)
      return
    }
    case 'team.changed':
      return change(state.teams, event.data.id, picked(event.data.to, event.data.changed))
    case 'team.placed':
      return inOrder(state.teams, event.data.order)
    case 'team.removed':
      state.teams.delete(event.data.id)
      return
    case 'scope_area.added': {
      const { id, team, name, description, position } = event.data
      state.areas.set(id, { team: Number(team.id), name, description, position })
      return
    }
    case 'scope_area.changed':
      return change(state.areas, event.data.id, event.data.to)
    case 'scope_area.moved':
      return inOrder(state.areas, event.data.order)
    case 'scope_area.removed':
      state.areas.delete(event.data.id)
      return
    case 'boundary.drawn': {
      const { id, line, position } = event.data
      state.boundaries.set(id, { ...line, position })
      return
    }
    case 'boundary.changed':
      return change(state.boundaries, event.data.id, event.data.to)
    case 'boundary.removed':
      state.boundaries.delete(event.data.id)
      return
    default:
  }
}
