import type { Endpoint } from './endpoint.ts'
import { endpoints as boards } from './boards.ts'
import { endpoints as comments } from './comments.ts'
import { endpoints as epics } from './epics.ts'
import { endpoints as events } from './events.ts'
import { endpoints as groups } from './groups.ts'
import { endpoints as handOvers } from './hand-overs.ts'
import { endpoints as inboxCount } from './inbox-count.ts'
import { endpoints as inbox } from './inbox.ts'
import { endpoints as invitations, doors as invitationsDoors } from './invitations.ts'
import { endpoints as issueFacts } from './issue-facts.ts'
import { endpoints as issueLists } from './issue-lists.ts'
import { endpoints as issues } from './issues.ts'
import { endpoints as labels } from './labels.ts'
import { endpoints as links } from './links.ts'
import { endpoints as memberships } from './memberships.ts'
import { endpoints as milestones } from './milestones.ts'
import { endpoints as people } from './people.ts'
import { endpoints as resemblance } from './resemblance.ts'
import { endpoints as search } from './search.ts'
import { endpoints as sessions, doors as sessionsDoors } from './sessions.ts'
import { endpoints as settings } from './settings.ts'
import { endpoints as several } from './several.ts'
import { endpoints as teams } from './teams.ts'
import { endpoints as templates } from './templates.ts'
import { endpoints as tokens } from './tokens.ts'
import { endpoints as views } from './views.ts'
import { endpoints as week } from './week.ts'
import { endpoints as weighings } from './weighings.ts'

/** All that is offered over HTTP, noun by noun. A handler is owed for each endpoint; a test holds us to it. */
export const api = [
  ...groups,
  ...people,
  ...invitations,
  ...teams,
  ...memberships,
  ...labels,
  ...templates,
  ...milestones,
  ...boards,
  ...several,
  ...issueLists,
  ...resemblance,
  ...issues,
  ...handOvers,
  ...comments,
  ...issueFacts,
  ...links,
  ...weighings,
  ...epics,
  ...views,
  ...events,
  ...search,
  ...week,
  ...inbox,
  ...inboxCount,
  ...settings,
  ...tokens,
  ...sessions,
] satisfies Endpoint[]

/** What sets a cookie: endpoints like the others, each answered by a route of its own instead of by the router. */
export const doors = [...sessionsDoors, ...invitationsDoors] satisfies Endpoint[]
