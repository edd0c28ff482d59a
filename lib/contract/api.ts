import {
  createBoard,
  editBoard,
  listBoards,
  listShapes,
  placeBoard,
  removeBoard,
  viewBoard,
  boardView,
  column,
} from './boards.ts'
import { brief, readBrief } from './briefs.ts'
import { comment, mention, warning } from './shapes.ts'
import { epicFacts, labelFacts, milestoneFacts, personFacts, teamFacts } from './facts.ts'
import { liveMessage } from './live.ts'
import { problem } from './problem.ts'
import type { Endpoint } from './endpoint.ts'
import {
  closeEpic,
  createEpic,
  editEpic,
  followEpics,
  leadEpic,
  listEpics,
  readEpic,
  readJournal,
  reopenEpic,
} from './epics.ts'
import * as events from './events.ts'
import { changeGroup, createGroup, listGroups, readGroup, readMe, removeSample } from './groups.ts'
import { epicHandOverEndpoints } from './epic-hand-overs.ts'
import { card, changed, issue } from './issues.ts'
import { listRow } from './issue-lists.ts'
import { changeLabel, createLabel, listLabels, listLabelUses, removeLabel } from './labels.ts'
import { linkFacts } from './links.ts'
import { issueEndpoints } from './issue-endpoints.ts'
import { milestoneEndpoints } from './milestone-endpoints.ts'
import { countInbox } from './inbox-count.ts'
import { doneWithInbox, listInbox, readWatching, snoozeInbox, watchIssue, inboxItem } from './inbox.ts'
import { readWeek, week } from './week.ts'
import { readSettings, saveSettings } from './settings.ts'
import {
  acceptInvitation,
  createInvitation,
  listInvitations,
  revokeInvitation,
  invitationFacts,
} from './invitations.ts'
import {
  addPerson,
  changeRole,
  findCandidates,
  giveRole,
  listPeople,
  removePerson,
  takeRole,
} from './people.ts'
import { find, found } from './search.ts'
import { moveExcess, bulkMove, report } from './bulk.ts'
import {
  demoSignIn,
  endOtherSessions,
  endSession,
  firstRun,
  listSessions,
  signIn,
  signOut,
  sessionFacts,
} from './sessions.ts'
import { readRefinement } from './refinements.ts'
import * as plan from './plan.ts'
import * as pushBacks from './push-backs.ts'
import * as sayDo from './say-do.ts'
import * as insights from './insights.ts'
import * as activities from './activities.ts'
import * as calls from './calls.ts'
import * as models from './models.ts'
import { ping, pingEndpoints } from './pings.ts'
import * as templates from './templates.ts'
import { changeMembership, listMemberships, startMembership, membershipFacts } from './memberships.ts'
import {
  addScopeArea,
  changeBoundary,
  changeScopeArea,
  changeTeam,
  createTeam,
  drawBoundary,
  listTeams,
  moveScopeArea,
  placeTeam,
  removeBoundary,
  removeScopeArea,
  removeTeam,
} from './teams.ts'
import { createToken, listTokens, revokeToken, tokenFacts } from './tokens.ts'
import { importTimeOff, listFeeds, setFeed, setFeedParts } from './calendar-files.ts'
import * as capacity from './capacity.ts'
import * as planning from './planning-issue.ts'
import { overview } from './milestone-overview.ts'
import * as sandboxes from './sandboxes.ts'
import * as dris from './dris.ts'
import * as hands from './hands.ts'
import * as retrospectives from './retrospectives.ts'
import * as shares from './shares.ts'
import * as syncs from './syncs.ts'
import * as timeOff from './time-off.ts'
import * as updates from './updates.ts'
import * as weighings from './weighings.ts'
import * as times from './working-times.ts'
import { listViews, removeView, renameView, saveView, savedView } from './views.ts'

/** Every endpoint of the product. A test fails for a row without a handler. */
export const api = [
  readMe,
  listGroups,
  createGroup,
  readGroup,
  changeGroup,
  removeSample,
  listPeople,
  addPerson,
  removePerson,
  giveRole,
  takeRole,
  changeRole,
  findCandidates,
  listInvitations,
  createInvitation,
  revokeInvitation,
  listTeams,
  createTeam,
  changeTeam,
  placeTeam,
  removeTeam,
  addScopeArea,
  changeScopeArea,
  moveScopeArea,
  removeScopeArea,
  drawBoundary,
  changeBoundary,
  removeBoundary,
  listMemberships,
  startMembership,
  changeMembership,
  listLabels,
  createLabel,
  changeLabel,
  removeLabel,
  listLabelUses,
  ...models.modelEndpoints,
  ...activities.activityEndpoints,
  ...calls.callEndpoints,
  ...pingEndpoints,
  ...templates.templateEndpoints,
  ...syncs.syncEndpoints,
  ...capacity.capacityEndpoints,
  ...planning.planningEndpoints,
  ...plan.planEndpoints,
  ...pushBacks.pushBackEndpoints,
  ...sandboxes.sandboxEndpoints,
  ...shares.shareEndpoints,
  ...timeOff.timeOffEndpoints,
  ...updates.updateEndpoints,
  importTimeOff,
  listFeeds,
  setFeed,
  setFeedParts,
  ...milestoneEndpoints,
  readBrief,
  ...sayDo.sayDoEndpoints,
  ...insights.insightsEndpoints,
  listBoards,
  listShapes,
  viewBoard,
  createBoard,
  editBoard,
  removeBoard,
  placeBoard,
  moveExcess,
  bulkMove,
  ...issueEndpoints,
  readRefinement,
  ...weighings.weighingEndpoints,
  ...dris.drisEndpoints,
  ...hands.handsEndpoints,
  ...retrospectives.retrospectiveEndpoints,
  listEpics,
  followEpics,
  readEpic,
  readJournal,
  createEpic,
  editEpic,
  leadEpic,
  closeEpic,
  reopenEpic,
  ...epicHandOverEndpoints,
  ...times.workingTimeEndpoints,
  listViews,
  saveView,
  renameView,
  removeView,
  ...events.eventEndpoints,
  find,
  readWeek,
  listInbox,
  countInbox,
  doneWithInbox,
  snoozeInbox,
  readWatching,
  watchIssue,
  readSettings,
  saveSettings,
  listTokens,
  createToken,
  revokeToken,
  listSessions,
  endSession,
  endOtherSessions,
] satisfies Endpoint[]

/** What sets a cookie: endpoints like the others, each handled by a route of its own instead of by the router. */
export const sessionEndpoints = [signIn, signOut, demoSignIn, firstRun, acceptInvitation] satisfies Endpoint[]

/** Shapes that several endpoints share, by the name under which documents describe them once. */
export const namedShapes = {
  Board: boardView,
  Brief: brief,
  Capacity: capacity.capacity,
  Card: card,
  Changed: changed,
  Column: column,
  Comment: comment,
  EpicName: epicFacts,
  Event: events.eventEntry,
  Found: found,
  InboxItem: inboxItem,
  Insights: insights.insights,
  Invitation: invitationFacts,
  Issue: issue,
  Label: labelFacts,
  Link: linkFacts,
  ListRow: listRow,
  LiveMessage: liveMessage,
  Membership: membershipFacts,
  Mention: mention,
  Milestone: milestoneFacts,
  MilestoneOverview: overview,
  Person: personFacts,
  PlanningIssue: planning.planningIssue,
  Plan: plan.plan,
  Problem: problem,
  PushBack: pushBacks.pushBackFacts,
  Retrospective: retrospectives.retrospective,
  Report: report,
  SayDo: sayDo.milestoneSayDo,
  SayDoOrganisation: sayDo.sayDoOrganisation,
  SayDoSeries: sayDo.sayDoSeries,
  Session: sessionFacts,
  Share: shares.share,
  TeamName: teamFacts,
  Model: models.model,
  Activity: activities.activity,
  Call: calls.call,
  Ping: ping,
  Template: templates.template,
  StatusUpdate: updates.statusUpdate,
  TimeOff: timeOff.timeOffEntry,
  Token: tokenFacts,
  View: savedView,
  Warning: warning,
  Week: week,
  Weighing: weighings.weighing,
  WorkingTimes: times.workingTimesOfPerson,
}
