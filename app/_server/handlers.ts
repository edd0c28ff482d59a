import { createBoard } from '#db/commands/boards/create.ts'
import { editBoard, placeBoard, removeBoard } from '#db/commands/boards/edit.ts'
import { moveExcess } from '#db/commands/boards/excess.ts'
import { moveSeveral } from '#db/commands/boards/move-several.ts'
import { editComment, reactToComment } from '#db/commands/comments.ts'
import { commentOnIssue } from '#db/commands/issues/comment.ts'
import { createIssue } from '#db/commands/issues/create.ts'
import { editIssue } from '#db/commands/issues/edit.ts'
import { assignIssue } from '#db/commands/issues/assign.ts'
import { changeIssues } from '#db/commands/issues/bulk.ts'
import { closeIssue, reopenIssue } from '#db/commands/issues/close.ts'
import { setConfidential } from '#db/commands/issues/confidential.ts'
import { setDue } from '#db/commands/issues/due.ts'
import { joinEpic } from '#db/commands/issues/epic.ts'
import { setHealth } from '#db/commands/issues/health.ts'
import { labelIssue } from '#db/commands/issues/labels.ts'
import { moveIssue } from '#db/commands/issues/move.ts'
import { planIssue, weighIssue } from '#db/commands/issues/plan.ts'
import { setSpikeScope } from '#db/commands/issues/spike-scope.ts'
import { setWait } from '#db/commands/issues/wait.ts'
import { splitIssue } from '#db/commands/issues/split.ts'
import { releaseIssue, takeIssue } from '#db/commands/issues/take.ts'
import { setTeam } from '#db/commands/issues/team.ts'
import { acceptHandOver, declineHandOver, withdrawHandOver } from '#db/commands/hand-overs/answer.ts'
import { handOver } from '#db/commands/hand-overs/hand-over.ts'
import { createEpic } from '#db/commands/epics.ts'
import { closeEpic, editEpic, leadEpic, reopenEpic } from '#db/commands/epics-edit.ts'
import { changeGroup } from '#db/commands/groups-edit.ts'
import { createGroup } from '#db/commands/groups-create.ts'
import { revokeInvitation } from '#db/commands/invitations.ts'
import { changeBoundary, drawBoundary, removeBoundary } from '#db/commands/boundaries.ts'
import { changeMembership, startMembership } from '#db/commands/memberships.ts'
import { changeScopeArea, moveScopeArea, removeScopeArea } from '#db/commands/scope-areas.ts'
import { addScopeArea, changeTeam, createTeam, placeTeam, removeTeam } from '#db/commands/teams.ts'
import { addPerson, removePerson } from '#db/commands/people.ts'
import { changeRole, giveRole, takeRole } from '#db/commands/roles.ts'
import { changeLabel, createLabel, removeLabel } from '#db/commands/labels.ts'
import { addLink, removeLink } from '#db/commands/links.ts'
import { createMilestone, editMilestone } from '#db/commands/milestones.ts'
import { removeSample } from '#db/commands/sample.ts'
import { endSessionById, endSessionsBut } from '#db/commands/sessions.ts'
import { createToken, revokeToken } from '#db/commands/tokens.ts'
import { beginTemplates, createTemplate, editTemplate, removeTemplate } from '#db/commands/templates.ts'
import { undoEvent } from '#db/commands/undo.ts'
import { agreeOnWeight } from '#db/commands/weighings/agree.ts'
import { abandonWeighing, openWeighing } from '#db/commands/weighings/open.ts'
import { revealWeights, voteWeight } from '#db/commands/weighings/vote.ts'
import { removeView, renameView, saveView } from '#db/commands/views.ts'
import { listShapes } from '#db/queries/board-shapes.ts'
import { listBoards } from '#db/queries/boards-list.ts'
import { followEpics, listEpics, readEpic, readJournal } from '#db/queries/epics.ts'
import { checkChain, listEvents } from '#db/queries/events.ts'
import { listMyEvents } from '#db/queries/my-events.ts'
import { compareTexts } from '#db/queries/event-texts.ts'
import { groupsOf, readGroup, readMe } from '#db/queries/groups.ts'
import { indexIssues, rowsOfIssues } from '#db/queries/issue-lists.ts'
import { reportIssues } from '#db/queries/issue-report.ts'
import { listIssues, readIssue } from '#db/queries/issues.ts'
import { listLabels, listLabelUses } from '#db/queries/labels.ts'
import { listLinks } from '#db/queries/links.ts'
import { listMilestones } from '#db/queries/milestones.ts'
import { doneWithInbox, snoozeInbox, watchIssue } from '#db/commands/inbox.ts'
import { saveSettings } from '#db/commands/settings.ts'
import { countInbox, listInbox } from '#db/queries/inbox.ts'
import { listInvitations } from '#db/queries/invitations.ts'
import { findCandidates, listPeople } from '#db/queries/people.ts'
import { find } from '#db/queries/search.ts'
import { readWeek } from '#db/queries/week.ts'
import { readSettings } from '#db/queries/settings.ts'
import { readWatching } from '#db/queries/watching.ts'
import { listSessions } from '#db/queries/sessions.ts'
import { resemblingIssues } from '#db/queries/resemblance.ts'
import { listMemberships } from '#db/queries/memberships.ts'
import { listTeams } from '#db/queries/teams.ts'
import { listTemplates } from '#db/queries/templates.ts'
import { listTokens } from '#db/queries/tokens.ts'
import { readWeighing } from '#db/queries/weighings.ts'
import { listViews } from '#db/queries/views.ts'
import * as boards from '#lib/contract/boards.ts'
import * as comments from '#lib/contract/comments.ts'
import * as epics from '#lib/contract/epics.ts'
import * as events from '#lib/contract/events.ts'
import * as groups from '#lib/contract/groups.ts'
import * as handOvers from '#lib/contract/hand-overs.ts'
import * as facts from '#lib/contract/issue-facts.ts'
import * as lists from '#lib/contract/issue-lists.ts'
import * as issues from '#lib/contract/issues.ts'
import * as labels from '#lib/contract/labels.ts'
import * as links from '#lib/contract/links.ts'
import * as milestones from '#lib/contract/milestones.ts'
import * as invitations from '#lib/contract/invitations.ts'
import * as people from '#lib/contract/people.ts'
import * as inbox from '#lib/contract/inbox.ts'
import * as inboxCount from '#lib/contract/inbox-count.ts'
import * as weeks from '#lib/contract/week.ts'
import * as settings from '#lib/contract/settings.ts'
import * as search from '#lib/contract/search.ts'
import * as several from '#lib/contract/several.ts'
import * as sessions from '#lib/contract/sessions.ts'
import * as resemblance from '#lib/contract/resemblance.ts'
import * as memberships from '#lib/contract/memberships.ts'
import * as teams from '#lib/contract/teams.ts'
import * as templates from '#lib/contract/templates.ts'
import * as tokens from '#lib/contract/tokens.ts'
import * as weighings from '#lib/contract/weighings.ts'
import * as views from '#lib/contract/views.ts'
import { handler } from '#lib/http/serve.ts'
import type { RequestContext } from './context.ts'
import { exportIssues } from './export-issues.ts'
import { inviteWithLink } from './invite-with-link.ts'
import { viewBoard } from './view-board.ts'

const person = ({ who }: RequestContext) => ({
  id: who.personId,
  handle: who.handle,
  name: who.name,
  admin: who.admin,
})

/** Whoever asks, where no group is asked about. */
const outside = (door: RequestContext) => ({ ...person(door), roles: [] })

/** Endpoint → function, one line each. An endpoint of the contract that is missing here fails a test. */
export const handlers = [
  handler(groups.readMe, (door: RequestContext) => readMe(door.db, person(door))),
  handler(groups.listGroups, async (door: RequestContext) => ({
    items: await groupsOf(door.db, person(door)),
  })),
  handler(groups.createGroup, (door: RequestContext, input) =>
    createGroup({ ...door, actor: outside(door) }, input),
  ),
  handler(groups.changeGroup, (door: RequestContext, input) => changeGroup(door.ctx(), input)),
  handler(groups.readGroup, (door: RequestContext) => readGroup(door.ctx())),
  handler(groups.removeSample, (door: RequestContext) => removeSample(door.ctx())),
  handler(people.listPeople, (door: RequestContext) => listPeople(door.ctx())),
  handler(people.addPerson, (door: RequestContext, input) => addPerson(door.ctx(), input)),
  handler(people.removePerson, (door: RequestContext, input) => removePerson(door.ctx(), input)),
  handler(people.giveRole, (door: RequestContext, input) => giveRole(door.ctx(), input)),
  handler(people.takeRole, (door: RequestContext, input) => takeRole(door.ctx(), input)),
  handler(people.changeRole, (door: RequestContext, input) => changeRole(door.ctx(), input)),
  handler(people.findCandidates, (door: RequestContext, input) => findCandidates(door.ctx(), input)),
  handler(invitations.listInvitations, (door: RequestContext) => listInvitations(door.ctx())),
  handler(invitations.createInvitation, inviteWithLink),
  handler(invitations.revokeInvitation, (door: RequestContext, input) => revokeInvitation(door.ctx(), input)),
  handler(teams.listTeams, (door: RequestContext) => listTeams(door.ctx())),
  handler(teams.createTeam, (door: RequestContext, input) => createTeam(door.ctx(), input)),
  handler(teams.changeTeam, (door: RequestContext, input) => changeTeam(door.ctx(), input)),
  handler(teams.placeTeam, (door: RequestContext, input) => placeTeam(door.ctx(), input)),
  handler(teams.removeTeam, (door: RequestContext, input) => removeTeam(door.ctx(), input)),
  handler(teams.addScopeArea, (door: RequestContext, input) => addScopeArea(door.ctx(), input)),
  handler(teams.changeScopeArea, (door: RequestContext, input) => changeScopeArea(door.ctx(), input)),
  handler(teams.moveScopeArea, (door: RequestContext, input) => moveScopeArea(door.ctx(), input)),
  handler(teams.removeScopeArea, (door: RequestContext, input) => removeScopeArea(door.ctx(), input)),
  handler(teams.drawBoundary, (door: RequestContext, input) => drawBoundary(door.ctx(), input)),
  handler(teams.changeBoundary, (door: RequestContext, input) => changeBoundary(door.ctx(), input)),
  handler(teams.removeBoundary, (door: RequestContext, input) => removeBoundary(door.ctx(), input)),
  handler(memberships.listMemberships, (door: RequestContext) => listMemberships(door.ctx())),
  handler(memberships.startMembership, (door: RequestContext, input) => startMembership(door.ctx(), input)),
  handler(memberships.changeMembership, (door: RequestContext, input) => changeMembership(door.ctx(), input)),
  handler(labels.listLabels, (door: RequestContext) => listLabels(door.ctx())),
  handler(templates.listTemplates, (door: RequestContext) => listTemplates(door.ctx())),
  handler(templates.createTemplate, (door: RequestContext, input) => createTemplate(door.ctx(), input)),
  handler(templates.beginTemplates, (door: RequestContext) => beginTemplates(door.ctx())),
  handler(templates.editTemplate, (door: RequestContext, input) => editTemplate(door.ctx(), input)),
  handler(templates.removeTemplate, (door: RequestContext, input) => removeTemplate(door.ctx(), input)),
  handler(labels.createLabel, (door: RequestContext, input) => createLabel(door.ctx(), input)),
  handler(labels.changeLabel, (door: RequestContext, input) => changeLabel(door.ctx(), input)),
  handler(labels.removeLabel, (door: RequestContext, input) => removeLabel(door.ctx(), input)),
  handler(labels.listLabelUses, (door: RequestContext) => listLabelUses(door.ctx())),
  handler(milestones.listMilestones, (door: RequestContext) => listMilestones(door.ctx())),
  handler(milestones.createMilestone, (door: RequestContext, input) => createMilestone(door.ctx(), input)),
  handler(milestones.editMilestone, (door: RequestContext, input) => editMilestone(door.ctx(), input)),
  handler(boards.listBoards, (door: RequestContext) => listBoards(door.ctx())),
  handler(boards.listShapes, (door: RequestContext) => listShapes(door.ctx())),
  handler(boards.viewBoard, viewBoard),
  handler(boards.createBoard, (door: RequestContext, input) => createBoard(door.ctx(), input)),
  handler(boards.editBoard, (door: RequestContext, input) => editBoard(door.ctx(), input)),
  handler(boards.removeBoard, (door: RequestContext, input) => removeBoard(door.ctx(), input)),
  handler(boards.placeBoard, (door: RequestContext, input) => placeBoard(door.ctx(), input)),
  handler(several.moveSeveral, (door: RequestContext, input) => moveSeveral(door.ctx(), input)),
  handler(several.moveExcess, (door: RequestContext, input) => moveExcess(door.ctx(), input)),
  handler(issues.moveIssue, (door: RequestContext, input) => moveIssue(door.ctx(), input)),
  handler(issues.listIssues, (door: RequestContext, input) => listIssues(door.ctx(), input)),
  handler(lists.indexIssues, (door: RequestContext, input) => indexIssues(door.ctx(), input)),
  handler(lists.rowsOfIssues, (door: RequestContext, input) => rowsOfIssues(door.ctx(), input)),
  handler(lists.reportIssues, (door: RequestContext) => reportIssues(door.ctx())),
  handler(lists.exportIssues, exportIssues),
  handler(resemblance.resemblingIssues, (door: RequestContext, input) => resemblingIssues(door.ctx(), input)),
  handler(lists.changeIssues, (door: RequestContext, input) => changeIssues(door.ctx(), input)),
  handler(issues.readIssue, (door: RequestContext, input) => readIssue(door.ctx(), input)),
  handler(issues.createIssue, (door: RequestContext, input) => createIssue(door.ctx(), input)),
  handler(issues.editIssue, (door: RequestContext, input) => editIssue(door.ctx(), input)),
  handler(issues.takeIssue, (door: RequestContext, input) => takeIssue(door.ctx(), input)),
  handler(issues.releaseIssue, (door: RequestContext, input) => releaseIssue(door.ctx(), input)),
  handler(issues.labelIssue, (door: RequestContext, input) => labelIssue(door.ctx(), input)),
  handler(issues.planIssue, (door: RequestContext, input) => planIssue(door.ctx(), input)),
  handler(issues.weighIssue, (door: RequestContext, input) => weighIssue(door.ctx(), input)),
  handler(issues.assignIssue, (door: RequestContext, input) => assignIssue(door.ctx(), input)),
  handler(handOvers.handOverIssue, (door: RequestContext, input) => handOver(door.ctx(), input)),
  handler(handOvers.acceptHandOver, (door: RequestContext, input) => acceptHandOver(door.ctx(), input)),
  handler(handOvers.declineHandOver, (door: RequestContext, input) => declineHandOver(door.ctx(), input)),
  handler(handOvers.withdrawHandOver, (door: RequestContext, input) => withdrawHandOver(door.ctx(), input)),
  handler(issues.commentOnIssue, (door: RequestContext, input) => commentOnIssue(door.ctx(), input)),
  handler(comments.editComment, (door: RequestContext, input) => editComment(door.ctx(), input)),
  handler(comments.reactToComment, (door: RequestContext, input) => reactToComment(door.ctx(), input)),
  handler(issues.closeIssue, (door: RequestContext, input) => closeIssue(door.ctx(), input)),
  handler(issues.reopenIssue, (door: RequestContext, input) => reopenIssue(door.ctx(), input)),
  handler(facts.joinEpic, (door: RequestContext, input) => joinEpic(door.ctx(), input)),
  handler(facts.setTeam, (door: RequestContext, input) => setTeam(door.ctx(), input)),
  handler(facts.setDue, (door: RequestContext, input) => setDue(door.ctx(), input)),
  handler(facts.setHealth, (door: RequestContext, input) => setHealth(door.ctx(), input)),
  handler(facts.setConfidential, (door: RequestContext, input) => setConfidential(door.ctx(), input)),
  handler(facts.setSpikeScope, (door: RequestContext, input) => setSpikeScope(door.ctx(), input)),
  handler(facts.setWait, (door: RequestContext, input) => setWait(door.ctx(), input)),
  handler(facts.splitIssue, (door: RequestContext, input) => splitIssue(door.ctx(), input)),
  handler(links.listLinks, (door: RequestContext, input) => listLinks(door.ctx(), input)),
  handler(links.addLink, (door: RequestContext, input) => addLink(door.ctx(), input)),
  handler(links.removeLink, (door: RequestContext, input) => removeLink(door.ctx(), input)),
  handler(weighings.readWeighing, (door: RequestContext, input) => readWeighing(door.ctx(), input)),
  handler(weighings.openWeighing, (door: RequestContext, input) => openWeighing(door.ctx(), input)),
  handler(weighings.voteWeight, (door: RequestContext, input) => voteWeight(door.ctx(), input)),
  handler(weighings.revealWeights, (door: RequestContext, input) => revealWeights(door.ctx(), input)),
  handler(weighings.agreeOnWeight, (door: RequestContext, input) => agreeOnWeight(door.ctx(), input)),
  handler(weighings.abandonWeighing, (door: RequestContext, input) => abandonWeighing(door.ctx(), input)),
  handler(epics.listEpics, (door: RequestContext) => listEpics(door.ctx())),
  handler(epics.followEpics, (door: RequestContext) => followEpics(door.ctx())),
  handler(epics.readEpic, (door: RequestContext, input) => readEpic(door.ctx(), input)),
  handler(epics.readJournal, (door: RequestContext, input) => readJournal(door.ctx(), input)),
  handler(epics.createEpic, (door: RequestContext, input) => createEpic(door.ctx(), input)),
  handler(epics.editEpic, (door: RequestContext, input) => editEpic(door.ctx(), input)),
  handler(epics.leadEpic, (door: RequestContext, input) => leadEpic(door.ctx(), input)),
  handler(epics.closeEpic, (door: RequestContext, input) => closeEpic(door.ctx(), input)),
  handler(epics.reopenEpic, (door: RequestContext, input) => reopenEpic(door.ctx(), input)),
  handler(views.listViews, (door: RequestContext) => listViews(door.ctx())),
  handler(views.saveView, (door: RequestContext, input) => saveView(door.ctx(), input)),
  handler(views.renameView, (door: RequestContext, input) => renameView(door.ctx(), input)),
  handler(views.removeView, (door: RequestContext, input) => removeView(door.ctx(), input)),
  handler(events.checkChain, (door: RequestContext) => checkChain(door.ctx())),
  handler(events.listEvents, (door: RequestContext, input) => listEvents(door.ctx(), input)),
  handler(events.listMyEvents, (door: RequestContext, input) => listMyEvents(door.ctx(), input)),
  handler(events.compareTexts, (door: RequestContext, input) => compareTexts(door.ctx(), input)),
  handler(events.undoEvent, (door: RequestContext, input) => undoEvent(door.ctx(), input)),
  handler(search.find, (door: RequestContext, input) => find(door.ctx(), input)),
  handler(weeks.readWeek, (door: RequestContext) => readWeek(door.ctx())),
  handler(inbox.listInbox, (door: RequestContext, input) => listInbox(door.ctx(), input)),
  handler(inboxCount.countInbox, (door: RequestContext) => countInbox(door.ctx())),
  handler(inbox.doneWithInbox, (door: RequestContext, input) => doneWithInbox(door.ctx(), input)),
  handler(inbox.snoozeInbox, (door: RequestContext, input) => snoozeInbox(door.ctx(), input)),
  handler(inbox.readWatching, (door: RequestContext, { ref }) => readWatching(door.ctx(), ref)),
  handler(inbox.watchIssue, (door: RequestContext, input) => watchIssue(door.ctx(), input)),
  handler(settings.readSettings, ({ db, who }: RequestContext) => readSettings(db, who.personId)),
  handler(settings.saveSettings, ({ db, who }: RequestContext, input) =>
    saveSettings(db, who.personId, input),
  ),
  handler(tokens.listTokens, ({ db, who, now }: RequestContext) => listTokens(db, who.personId, now)),
  handler(tokens.createToken, (door: RequestContext, input) => createToken(door, door.who.personId, input)),
  handler(tokens.revokeToken, ({ db, who, now }: RequestContext, { token }) =>
    revokeToken(db, who.personId, token, now),
  ),
  handler(sessions.listSessions, ({ db, who, now }: RequestContext) =>
    listSessions(db, who.personId, who.sessionId, now),
  ),
  handler(sessions.endSession, ({ db, who }: RequestContext, { session }) =>
    endSessionById(db, who.personId, session),
  ),
  handler(sessions.endOtherSessions, ({ db, who }: RequestContext) =>
    endSessionsBut(db, who.personId, who.sessionId),
  ),
]
