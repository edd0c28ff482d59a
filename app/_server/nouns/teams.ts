import { changeBoundary, drawBoundary, removeBoundary } from '#db/commands/boundaries.ts'
import { changeMembership, startMembership } from '#db/commands/memberships.ts'
import { changeScopeArea, moveScopeArea, removeScopeArea } from '#db/commands/scope-areas.ts'
import { addScopeArea, changeTeam, createTeam, placeTeam, removeTeam } from '#db/commands/teams.ts'
import { listMemberships } from '#db/queries/memberships.ts'
import { listTeams } from '#db/queries/teams.ts'
import * as memberships from '#lib/contract/memberships.ts'
import * as teams from '#lib/contract/teams.ts'
import { keep } from '../keep.ts'

export const teamsKept = [
  keep(teams.listTeams, (door) => listTeams(door.ctx())),
  keep(teams.createTeam, (door, input) => createTeam(door.ctx(), input)),
  keep(teams.changeTeam, (door, input) => changeTeam(door.ctx(), input)),
  keep(teams.placeTeam, (door, input) => placeTeam(door.ctx(), input)),
  keep(teams.removeTeam, (door, input) => removeTeam(door.ctx(), input)),
  keep(teams.addScopeArea, (door, input) => addScopeArea(door.ctx(), input)),
  keep(teams.changeScopeArea, (door, input) => changeScopeArea(door.ctx(), input)),
  keep(teams.moveScopeArea, (door, input) => moveScopeArea(door.ctx(), input)),
  keep(teams.removeScopeArea, (door, input) => removeScopeArea(door.ctx(), input)),
  keep(teams.drawBoundary, (door, input) => drawBoundary(door.ctx(), input)),
  keep(teams.changeBoundary, (door, input) => changeBoundary(door.ctx(), input)),
  keep(teams.removeBoundary, (door, input) => removeBoundary(door.ctx(), input)),
  keep(memberships.listMemberships, (door) => listMemberships(door.ctx())),
  keep(memberships.startMembership, (door, input) => startMembership(door.ctx(), input)),
  keep(memberships.changeMembership, (door, input) => changeMembership(door.ctx(), input)),
]
