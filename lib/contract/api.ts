import { editComment, reactToComment } from './comments.ts'
import { createBoard, editBoard, listBoards, placeBoard, removeBoard, viewBoard } from './boards.ts'
import type { Endpoint } from './endpoint.ts'
import {
  closeEpic,
  createEpic,
  editEpic,
  followEpics,
  leadEpic,
  listEpics,
  readEpic,
  reopenEpic,
} from './epics.ts'
import { checkChain, compareTexts, listEvents, listMyEvents, undoEvent } from './events.ts'
import * as facts from './issue-facts.ts'
import { listGroups, readGroup, readMe, removeSample } from './groups.ts'
import {
  assignIssue,
  closeIssue,
  commentOnIssue,
  createIssue,
  editIssue,
  handOverIssue,
  labelIssue,
  listIssues,
  moveIssue,
  planIssue,
  readIssue,
  releaseIssue,
  reopenIssue,
  takeIssue,
  weighIssue,
} from './issues.ts'
import { changeIssues, exportIssues, indexIssues, rowsOfIssues } from './issue-lists.ts'
import { changeLabel, createLabel, listLabels, listLabelUses, removeLabel } from './labels.ts'
import { addLink, listLinks, removeLink } from './links.ts'
import { createMilestone, editMilestone, listMilestones } from './milestones.ts'
import { countInbox } from './inbox-count.ts'
import { doneWithInbox, listInbox, readWatching, snoozeInbox, watchIssue } from './inbox.ts'
import { readWeek } from './week.ts'
import { readSettings, saveSettings } from './settings.ts'
import { acceptInvitation, createInvitation, listInvitations, revokeInvitation } from './invitations.ts'
import { addPerson, findCandidates, giveRole, listPeople, removePerson, takeRole } from './people.ts'
import { find } from './search.ts'
import { moveExcess, moveSeveral, undoSeveral } from './several.ts'
import {
  demoSignIn,
  endOtherSessions,
  endSession,
  firstRun,
  listSessions,
  signIn,
  signOut,
} from './sessions.ts'
import { resemblingIssues } from './resemblance.ts'
import * as templates from './templates.ts'
import { changeMembership, listMemberships, startMembership } from './memberships.ts'
import {
  addScopeArea,
  changeBoundary,
  changeScopeArea,
  changeTeam,
  createTeam,
  drawBoundary,
  listTeams,
  moveScopeArea,
  removeBoundary,
  removeScopeArea,
} from './teams.ts'
import { createToken, listTokens, revokeToken } from './tokens.ts'
import * as weighings from './weighings.ts'
import { listViews, removeView, renameView, saveView } from './views.ts'

/** Everything the product promises over HTTP. A handler is owed for each row; a test holds us to it. */
export const api = [
  readMe,
  listGroups,
  readGroup,
  removeSample,
  listPeople,
  addPerson,
  removePerson,
  giveRole,
  takeRole,
  findCandidates,
  listInvitations,
  createInvitation,
  revokeInvitation,
  listTeams,
  createTeam,
  changeTeam,
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
  templates.listTemplates,
  templates.createTemplate,
  templates.beginTemplates,
  templates.editTemplate,
  templates.removeTemplate,
  listMilestones,
  createMilestone,
  editMilestone,
  listBoards,
  viewBoard,
  createBoard,
  editBoard,
  removeBoard,
  placeBoard,
  moveExcess,
  moveSeveral,
  moveIssue,
  listIssues,
  indexIssues,
  rowsOfIssues,
  exportIssues,
  resemblingIssues,
  changeIssues,
  readIssue,
  createIssue,
  editIssue,
  takeIssue,
  releaseIssue,
  labelIssue,
  planIssue,
  weighIssue,
  assignIssue,
  handOverIssue,
  commentOnIssue,
  editComment,
  reactToComment,
  closeIssue,
  reopenIssue,
  facts.joinEpic,
  facts.setTeam,
  facts.setDue,
  facts.setHealth,
  facts.setConfidential,
  facts.setSpikeScope,
  facts.setWait,
  facts.splitIssue,
  listLinks,
  addLink,
  removeLink,
  weighings.readWeighing,
  weighings.openWeighing,
  weighings.voteWeight,
  weighings.revealWeights,
  weighings.agreeOnWeight,
  weighings.abandonWeighing,
  listEpics,
  followEpics,
  readEpic,
  createEpic,
  editEpic,
  leadEpic,
  closeEpic,
  reopenEpic,
  listViews,
  saveView,
  renameView,
  removeView,
  listEvents,
  checkChain,
  listMyEvents,
  compareTexts,
  undoEvent,
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
  undoSeveral,
  listTokens,
  createToken,
  revokeToken,
  listSessions,
  endSession,
  endOtherSessions,
] satisfies Endpoint[]

/** What sets a cookie: promises like the others, each kept by a route of its own instead of by the router. */
export const doors = [signIn, signOut, demoSignIn, firstRun, acceptInvitation] satisfies Endpoint[]
