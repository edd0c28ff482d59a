import { activitiesHandlers } from './nouns/activities.ts'
import { boardsHandlers } from './nouns/boards.ts'
import { briefsHandlers } from './nouns/briefs.ts'
import { callsHandlers } from './nouns/calls.ts'
import { capacityHandlers } from './nouns/capacity.ts'
import { commentsHandlers } from './nouns/comments.ts'
import { coverHandlers } from './nouns/cover.ts'
import { drisHandlers } from './nouns/dris.ts'
import { epicsHandlers } from './nouns/epics.ts'
import { eventsHandlers } from './nouns/events.ts'
import { groupsHandlers } from './nouns/groups.ts'
import { handsHandlers } from './nouns/hands.ts'
import { inboxHandlers } from './nouns/inbox.ts'
import { insightsHandlers } from './nouns/insights.ts'
import { invitationsHandlers } from './nouns/invitations.ts'
import { issuesHandlers } from './nouns/issues.ts'
import { labelsHandlers } from './nouns/labels.ts'
import { linksHandlers } from './nouns/links.ts'
import { milestonesHandlers } from './nouns/milestones.ts'
import { peopleHandlers } from './nouns/people.ts'
import { planningIssueHandlers } from './nouns/planning-issue.ts'
import { refinementsHandlers } from './nouns/refinements.ts'
import { planHandlers } from './nouns/plan.ts'
import { pushBacksHandlers } from './nouns/push-backs.ts'
import { retrospectivesHandlers } from './nouns/retrospectives.ts'
import { sandboxesHandlers } from './nouns/sandboxes.ts'
import { sayDoHandlers } from './nouns/say-do.ts'
import { searchHandlers } from './nouns/search.ts'
import { sessionsHandlers } from './nouns/sessions.ts'
import { sharesHandlers } from './nouns/shares.ts'
import { syncsHandlers } from './nouns/syncs.ts'
import { teamsHandlers } from './nouns/teams.ts'
import { pingsHandlers } from './nouns/pings.ts'
import { modelsHandlers } from './nouns/models.ts'
import { templatesHandlers } from './nouns/templates.ts'
import { timeOffHandlers } from './nouns/time-off.ts'
import { tokensHandlers } from './nouns/tokens.ts'
import { updatesHandlers } from './nouns/updates.ts'
import { viewsHandlers } from './nouns/views.ts'
import { weighingsHandlers } from './nouns/weighings.ts'
import { workingTimesHandlers } from './nouns/working-times.ts'

/**
 * The handlers of the contract's endpoints, noun by noun. An endpoint without a handler fails a test. The
 * bundler does not look into folders, so that each noun has its line here.
 */
export const handlers = [
  ...activitiesHandlers,
  ...boardsHandlers,
  ...briefsHandlers,
  ...callsHandlers,
  ...capacityHandlers,
  ...commentsHandlers,
  ...coverHandlers,
  ...drisHandlers,
  ...epicsHandlers,
  ...eventsHandlers,
  ...groupsHandlers,
  ...handsHandlers,
  ...inboxHandlers,
  ...insightsHandlers,
  ...invitationsHandlers,
  ...issuesHandlers,
  ...labelsHandlers,
  ...linksHandlers,
  ...milestonesHandlers,
  ...peopleHandlers,
  ...planningIssueHandlers,
  ...refinementsHandlers,
  ...planHandlers,
  ...pushBacksHandlers,
  ...retrospectivesHandlers,
  ...sandboxesHandlers,
  ...sayDoHandlers,
  ...searchHandlers,
  ...sessionsHandlers,
  ...sharesHandlers,
  ...syncsHandlers,
  ...teamsHandlers,
  ...modelsHandlers,
  ...pingsHandlers,
  ...templatesHandlers,
  ...timeOffHandlers,
  ...tokensHandlers,
  ...updatesHandlers,
  ...viewsHandlers,
  ...weighingsHandlers,
  ...workingTimesHandlers,
]
