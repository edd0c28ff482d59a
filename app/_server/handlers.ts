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
import { foundGroup } from '#db/commands/groups-found.ts'
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
import type { Door } from './context.ts'
import { exportIssues } from './export-issues.ts'
import { inviteWithLink } from './invite-with-link.ts'
import { viewBoard } from './view-board.ts'

const person = ({ who }: Door) => ({ id: who.personId, handle: who.handle, name: who.name, admin: who.admin })

/** Whoever asks, where no group is asked about. */
const outside = (door: Door) => ({ ...person(door), roles: [] })

/** Endpoint → function, one line each. An endpoint of the contract that is missing here fails a test. */
export const handlers = [
  handler(groups.readMe, (door: Door) => readMe(door.db, person(door))),
  handler(groups.listGroups, async (door: Door) => ({ items: await groupsOf(door.db, person(door)) })),
  handler(groups.foundGroup, (door: Door, input) => foundGroup({ ...door, actor: outside(door) }, input)),
  handler(groups.changeGroup, (door: Door, input) => changeGroup(door.ctx(), input)),
  handler(groups.readGroup, (door: Door) => readGroup(door.ctx())),
  handler(groups.removeSample, (door: Door) => removeSample(door.ctx())),
  handler(people.listPeople, (door: Door) => listPeople(door.ctx())),
  handler(people.addPerson, (door: Door, input) => addPerson(door.ctx(), input)),
  handler(people.removePerson, (door: Door, input) => removePerson(door.ctx(), input)),
  handler(people.giveRole, (door: Door, input) => giveRole(door.ctx(), input)),
  handler(people.takeRole, (door: Door, input) => takeRole(door.ctx(), input)),
  handler(people.changeRole, (door: Door, input) => changeRole(door.ctx(), input)),
  handler(people.findCandidates, (door: Door, input) => findCandidates(door.ctx(), input)),
  handler(invitations.listInvitations, (door: Door) => listInvitations(door.ctx())),
  handler(invitations.createInvitation, inviteWithLink),
  handler(invitations.revokeInvitation, (door: Door, input) => revokeInvitation(door.ctx(), input)),
  handler(teams.listTeams, (door: Door) => listTeams(door.ctx())),
  handler(teams.createTeam, (door: Door, input) => createTeam(door.ctx(), input)),
  handler(teams.changeTeam, (door: Door, input) => changeTeam(door.ctx(), input)),
  handler(teams.placeTeam, (door: Door, input) => placeTeam(door.ctx(), input)),
  handler(teams.removeTeam, (door: Door, input) => removeTeam(door.ctx(), input)),
  handler(teams.addScopeArea, (door: Door, input) => addScopeArea(door.ctx(), input)),
  handler(teams.changeScopeArea, (door: Door, input) => changeScopeArea(door.ctx(), input)),
  handler(teams.moveScopeArea, (door: Door, input) => moveScopeArea(door.ctx(), input)),
  handler(teams.removeScopeArea, (door: Door, input) => removeScopeArea(door.ctx(), input)),
  handler(teams.drawBoundary, (door: Door, input) => drawBoundary(door.ctx(), input)),
  handler(teams.changeBoundary, (door: Door, input) => changeBoundary(door.ctx(), input)),
  handler(teams.removeBoundary, (door: Door, input) => removeBoundary(door.ctx(), input)),
  handler(memberships.listMemberships, (door: Door) => listMemberships(door.ctx())),
  handler(memberships.startMembership, (door: Door, input) => startMembership(door.ctx(), input)),
  handler(memberships.changeMembership, (door: Door, input) => changeMembership(door.ctx(), input)),
  handler(labels.listLabels, (door: Door) => listLabels(door.ctx())),
  handler(templates.listTemplates, (door: Door) => listTemplates(door.ctx())),
  handler(templates.createTemplate, (door: Door, input) => createTemplate(door.ctx(), input)),
  handler(templates.beginTemplates, (door: Door) => beginTemplates(door.ctx())),
  handler(templates.editTemplate, (door: Door, input) => editTemplate(door.ctx(), input)),
  handler(templates.removeTemplate, (door: Door, input) => removeTemplate(door.ctx(), input)),
  handler(labels.createLabel, (door: Door, input) => createLabel(door.ctx(), input)),
  handler(labels.changeLabel, (door: Door, input) => changeLabel(door.ctx(), input)),
  handler(labels.removeLabel, (door: Door, input) => removeLabel(door.ctx(), input)),
  handler(labels.listLabelUses, (door: Door) => listLabelUses(door.ctx())),
  handler(milestones.listMilestones, (door: Door) => listMilestones(door.ctx())),
  handler(milestones.createMilestone, (door: Door, input) => createMilestone(door.ctx(), input)),
  handler(milestones.editMilestone, (door: Door, input) => editMilestone(door.ctx(), input)),
  handler(boards.listBoards, (door: Door) => listBoards(door.ctx())),
  handler(boards.listShapes, (door: Door) => listShapes(door.ctx())),
  handler(boards.viewBoard, viewBoard),
  handler(boards.createBoard, (door: Door, input) => createBoard(door.ctx(), input)),
  handler(boards.editBoard, (door: Door, input) => editBoard(door.ctx(), input)),
  handler(boards.removeBoard, (door: Door, input) => removeBoard(door.ctx(), input)),
  handler(boards.placeBoard, (door: Door, input) => placeBoard(door.ctx(), input)),
  handler(several.moveSeveral, (door: Door, input) => moveSeveral(door.ctx(), input)),
  handler(several.moveExcess, (door: Door, input) => moveExcess(door.ctx(), input)),
  handler(issues.moveIssue, (door: Door, input) => moveIssue(door.ctx(), input)),
  handler(issues.listIssues, (door: Door, input) => listIssues(door.ctx(), input)),
  handler(lists.indexIssues, (door: Door, input) => indexIssues(door.ctx(), input)),
  handler(lists.rowsOfIssues, (door: Door, input) => rowsOfIssues(door.ctx(), input)),
  handler(lists.reportIssues, (door: Door) => reportIssues(door.ctx())),
  handler(lists.exportIssues, exportIssues),
  handler(resemblance.resemblingIssues, (door: Door, input) => resemblingIssues(door.ctx(), input)),
  handler(lists.changeIssues, (door: Door, input) => changeIssues(door.ctx(), input)),
  handler(issues.readIssue, (door: Door, input) => readIssue(door.ctx(), input)),
  handler(issues.createIssue, (door: Door, input) => createIssue(door.ctx(), input)),
  handler(issues.editIssue, (door: Door, input) => editIssue(door.ctx(), input)),
  handler(issues.takeIssue, (door: Door, input) => takeIssue(door.ctx(), input)),
  handler(issues.releaseIssue, (door: Door, input) => releaseIssue(door.ctx(), input)),
  handler(issues.labelIssue, (door: Door, input) => labelIssue(door.ctx(), input)),
  handler(issues.planIssue, (door: Door, input) => planIssue(door.ctx(), input)),
  handler(issues.weighIssue, (door: Door, input) => weighIssue(door.ctx(), input)),
  handler(issues.assignIssue, (door: Door, input) => assignIssue(door.ctx(), input)),
  handler(handOvers.handOverIssue, (door: Door, input) => handOver(door.ctx(), input)),
  handler(handOvers.acceptHandOver, (door: Door, input) => acceptHandOver(door.ctx(), input)),
  handler(handOvers.declineHandOver, (door: Door, input) => declineHandOver(door.ctx(), input)),
  handler(handOvers.withdrawHandOver, (door: Door, input) => withdrawHandOver(door.ctx(), input)),
  handler(issues.commentOnIssue, (door: Door, input) => commentOnIssue(door.ctx(), input)),
  handler(comments.editComment, (door: Door, input) => editComment(door.ctx(), input)),
  handler(comments.reactToComment, (door: Door, input) => reactToComment(door.ctx(), input)),
  handler(issues.closeIssue, (door: Door, input) => closeIssue(door.ctx(), input)),
  handler(issues.reopenIssue, (door: Door, input) => reopenIssue(door.ctx(), input)),
  handler(facts.joinEpic, (door: Door, input) => joinEpic(door.ctx(), input)),
  handler(facts.setTeam, (door: Door, input) => setTeam(door.ctx(), input)),
  handler(facts.setDue, (door: Door, input) => setDue(door.ctx(), input)),
  handler(facts.setHealth, (door: Door, input) => setHealth(door.ctx(), input)),
  handler(facts.setConfidential, (door: Door, input) => setConfidential(door.ctx(), input)),
  handler(facts.setSpikeScope, (door: Door, input) => setSpikeScope(door.ctx(), input)),
  handler(facts.setWait, (door: Door, input) => setWait(door.ctx(), input)),
  handler(facts.splitIssue, (door: Door, input) => splitIssue(door.ctx(), input)),
  handler(links.listLinks, (door: Door, input) => listLinks(door.ctx(), input)),
  handler(links.addLink, (door: Door, input) => addLink(door.ctx(), input)),
  handler(links.removeLink, (door: Door, input) => removeLink(door.ctx(), input)),
  handler(weighings.readWeighing, (door: Door, input) => readWeighing(door.ctx(), input)),
  handler(weighings.openWeighing, (door: Door, input) => openWeighing(door.ctx(), input)),
  handler(weighings.voteWeight, (door: Door, input) => voteWeight(door.ctx(), input)),
  handler(weighings.revealWeights, (door: Door, input) => revealWeights(door.ctx(), input)),
  handler(weighings.agreeOnWeight, (door: Door, input) => agreeOnWeight(door.ctx(), input)),
  handler(weighings.abandonWeighing, (door: Door, input) => abandonWeighing(door.ctx(), input)),
  handler(epics.listEpics, (door: Door) => listEpics(door.ctx())),
  handler(epics.followEpics, (door: Door) => followEpics(door.ctx())),
  handler(epics.readEpic, (door: Door, input) => readEpic(door.ctx(), input)),
  handler(epics.readJournal, (door: Door, input) => readJournal(door.ctx(), input)),
  handler(epics.createEpic, (door: Door, input) => createEpic(door.ctx(), input)),
  handler(epics.editEpic, (door: Door, input) => editEpic(door.ctx(), input)),
  handler(epics.leadEpic, (door: Door, input) => leadEpic(door.ctx(), input)),
  handler(epics.closeEpic, (door: Door, input) => closeEpic(door.ctx(), input)),
  handler(epics.reopenEpic, (door: Door, input) => reopenEpic(door.ctx(), input)),
  handler(views.listViews, (door: Door) => listViews(door.ctx())),
  handler(views.saveView, (door: Door, input) => saveView(door.ctx(), input)),
  handler(views.renameView, (door: Door, input) => renameView(door.ctx(), input)),
  handler(views.removeView, (door: Door, input) => removeView(door.ctx(), input)),
  handler(events.checkChain, (door: Door) => checkChain(door.ctx())),
  handler(events.listEvents, (door: Door, input) => listEvents(door.ctx(), input)),
  handler(events.listMyEvents, (door: Door, input) => listMyEvents(door.ctx(), input)),
  handler(events.compareTexts, (door: Door, input) => compareTexts(door.ctx(), input)),
  handler(events.undoEvent, (door: Door, input) => undoEvent(door.ctx(), input)),
  handler(search.find, (door: Door, input) => find(door.ctx(), input)),
  handler(weeks.readWeek, (door: Door) => readWeek(door.ctx())),
  handler(inbox.listInbox, (door: Door, input) => listInbox(door.ctx(), input)),
  handler(inboxCount.countInbox, (door: Door) => countInbox(door.ctx())),
  handler(inbox.doneWithInbox, (door: Door, input) => doneWithInbox(door.ctx(), input)),
  handler(inbox.snoozeInbox, (door: Door, input) => snoozeInbox(door.ctx(), input)),
  handler(inbox.readWatching, (door: Door, { ref }) => readWatching(door.ctx(), ref)),
  handler(inbox.watchIssue, (door: Door, input) => watchIssue(door.ctx(), input)),
  handler(settings.readSettings, ({ db, who }: Door) => readSettings(db, who.personId)),
  handler(settings.saveSettings, ({ db, who }: Door, input) => saveSettings(db, who.personId, input)),
  handler(tokens.listTokens, ({ db, who, now }: Door) => listTokens(db, who.personId, now)),
  handler(tokens.createToken, (door: Door, input) => createToken(door, door.who.personId, input)),
  handler(tokens.revokeToken, ({ db, who, now }: Door, { token }) =>
    revokeToken(db, who.personId, token, now),
  ),
  handler(sessions.listSessions, ({ db, who, now }: Door) =>
    listSessions(db, who.personId, who.sessionId, now),
  ),
  handler(sessions.endSession, ({ db, who }: Door, { session }) => endSessionById(db, who.personId, session)),
  handler(sessions.endOtherSessions, ({ db, who }: Door) => endSessionsBut(db, who.personId, who.sessionId)),
]
