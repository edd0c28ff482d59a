import { changeBoundary, drawBoundary, removeBoundary } from '#db/commands/boundaries.ts'
import { changeMembership, startMembership } from '#db/commands/memberships.ts'
import { changeScopeArea, moveScopeArea, removeScopeArea } from '#db/commands/scope-areas.ts'
import { addScopeArea, changeTeam, createTeam, placeTeam, removeTeam } from '#db/commands/teams.ts'
import { pastTeams } from '#db/past/views.ts'
import { listMemberships } from '#db/queries/memberships.ts'
import { listTeams } from '#db/queries/teams.ts'
import * as memberships from '#lib/contract/memberships.ts'
import * as teams from '#lib/contract/teams.ts'
import { bind } from '../bind.ts'

export const teamsHandlers = [
  bind(teams.listTeams, (context, { at }) =>
    at === undefined ? listTeams(context.ctx()) : pastTeams(context.ctx(), at),
  ),
  bind(teams.createTeam, (context, input) => createTeam(context.ctx(), input)),
  bind(teams.changeTeam, (context, input) => changeTeam(context.ctx(), input)),
  bind(teams.placeTeam, (context, input) => placeTeam(context.ctx(), input)),
  bind(teams.removeTeam, (context, input) => removeTeam(context.ctx(), input)),
  bind(teams.addScopeArea, (context, input) => addScopeArea(context.ctx(), input)),
  bind(teams.changeScopeArea, (context, input) => changeScopeArea(context.ctx(), input)),
  bind(teams.moveScopeArea, (context, input) => moveScopeArea(context.ctx(), input)),
  bind(teams.removeScopeArea, (context, input) => removeScopeArea(context.ctx(), input)),
  bind(teams.drawBoundary, (context, input) => drawBoundary(context.ctx(), input)),
  bind(teams.changeBoundary, (context, input) => changeBoundary(context.ctx(), input)),
  bind(teams.removeBoundary, (context, input) => removeBoundary(context.ctx(), input)),
  bind(memberships.listMemberships, (context) => listMemberships(context.ctx())),
  bind(memberships.startMembership, (context, input) => startMembership(context.ctx(), input)),
  bind(memberships.changeMembership, (context, input) => changeMembership(context.ctx(), input)),
]
