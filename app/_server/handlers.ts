import { boardsKept } from './nouns/boards.ts'
import { commentsKept } from './nouns/comments.ts'
import { epicsKept } from './nouns/epics.ts'
import { eventsKept } from './nouns/events.ts'
import { groupsKept } from './nouns/groups.ts'
import { inboxKept } from './nouns/inbox.ts'
import { invitationsKept } from './nouns/invitations.ts'
import { issuesKept } from './nouns/issues.ts'
import { labelsKept } from './nouns/labels.ts'
import { linksKept } from './nouns/links.ts'
import { milestonesKept } from './nouns/milestones.ts'
import { peopleKept } from './nouns/people.ts'
import { searchKept } from './nouns/search.ts'
import { sessionsKept } from './nouns/sessions.ts'
import { teamsKept } from './nouns/teams.ts'
import { templatesKept } from './nouns/templates.ts'
import { tokensKept } from './nouns/tokens.ts'
import { viewsKept } from './nouns/views.ts'
import { weighingsKept } from './nouns/weighings.ts'

/**
 * What keeps the promises of the contract, noun by noun. An endpoint of the contract that nothing keeps fails a test. The
 * bundler does not look into folders, so that each noun has its line here.
 */
export const handlers = [
  ...boardsKept,
  ...commentsKept,
  ...epicsKept,
  ...eventsKept,
  ...groupsKept,
  ...inboxKept,
  ...invitationsKept,
  ...issuesKept,
  ...labelsKept,
  ...linksKept,
  ...milestonesKept,
  ...peopleKept,
  ...searchKept,
  ...sessionsKept,
  ...teamsKept,
  ...templatesKept,
  ...tokensKept,
  ...viewsKept,
  ...weighingsKept,
]
