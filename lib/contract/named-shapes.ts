import { boardView, column } from './boards.ts'
import { epicFacts, labelFacts, milestoneFacts, personFacts, teamFacts } from './facts.ts'
import { eventEntry } from './events.ts'
import { inboxItem } from './inbox.ts'
import { invitationFacts } from './invitations.ts'
import { listRow } from './issue-lists.ts'
import { card, changed, issue } from './issues.ts'
import { linkFacts } from './links.ts'
import { liveMessage } from './live.ts'
import { membershipFacts } from './memberships.ts'
import { problem } from './problem.ts'
import { found } from './search.ts'
import { sessionFacts } from './sessions.ts'
import { report } from './several.ts'
import { comment, mention, warning } from './shapes.ts'
import { template } from './templates.ts'
import { tokenFacts } from './tokens.ts'
import { savedView } from './views.ts'
import { week } from './week.ts'
import { weighing } from './weighings.ts'

/** Shapes that several promises share, by the name under which documents describe them once. */
export const namedShapes = {
  Board: boardView,
  Card: card,
  Changed: changed,
  Column: column,
  Comment: comment,
  EpicName: epicFacts,
  Event: eventEntry,
  Found: found,
  InboxItem: inboxItem,
  Invitation: invitationFacts,
  Issue: issue,
  Label: labelFacts,
  Link: linkFacts,
  ListRow: listRow,
  LiveMessage: liveMessage,
  Membership: membershipFacts,
  Mention: mention,
  Milestone: milestoneFacts,
  Person: personFacts,
  Problem: problem,
  Report: report,
  Session: sessionFacts,
  TeamName: teamFacts,
  Template: template,
  Token: tokenFacts,
  View: savedView,
  Warning: warning,
  Week: week,
  Weighing: weighing,
}
