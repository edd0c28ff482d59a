import { bind } from '../bind.ts'
import { exportIssues } from '../export-issues.ts'
import { acceptHandOver, declineHandOver, withdrawHandOver } from '#db/commands/hand-overs/answer.ts'
import { handOver } from '#db/commands/hand-overs/hand-over.ts'
import { watchIssue } from '#db/commands/inbox.ts'
import { assignIssue } from '#db/commands/issues/assign.ts'
import { changeIssues } from '#db/commands/issues/bulk.ts'
import { closeIssue, reopenIssue } from '#db/commands/issues/close.ts'
import { commentOnIssue } from '#db/commands/issues/comment.ts'
import { createIssue } from '#db/commands/issues/create.ts'
import { editIssue } from '#db/commands/issues/edit.ts'
import { joinEpic } from '#db/commands/issues/epic.ts'
import { setFact } from '#db/commands/issues/set-fact.ts'
import { labelIssue } from '#db/commands/issues/labels.ts'
import { moveIssue } from '#db/commands/issues/move.ts'
import { planIssue, weighIssue } from '#db/commands/issues/plan.ts'
import { setSpikeScope } from '#db/commands/issues/spike-scope.ts'
import { splitIssue } from '#db/commands/issues/split.ts'
import { releaseIssue, takeIssue } from '#db/commands/issues/take.ts'
import { setModel } from '#db/commands/issues/model.ts'
import { setTeam } from '#db/commands/issues/team.ts'
import { setWait } from '#db/commands/issues/wait.ts'
import { pastIndex, pastRows } from '#db/past/views.ts'
import { indexIssues, rowsOfIssues } from '#db/queries/issue-lists.ts'
import { keptReport } from '#db/queries/issue-report.ts'
import { listIssues, readIssue } from '#db/queries/issues.ts'
import { resemblingIssues } from '#db/queries/resemblance.ts'
import * as handOvers from '#lib/contract/hand-overs.ts'
import * as inbox from '#lib/contract/inbox.ts'
import * as facts from '#lib/contract/issue-facts.ts'
import * as lists from '#lib/contract/issue-lists.ts'
import * as issues from '#lib/contract/issues.ts'
import * as resemblance from '#lib/contract/resemblance.ts'

export const issuesHandlers = [
  bind(issues.moveIssue, (context, input) => moveIssue(context.ctx(), input)),
  bind(issues.listIssues, (context, input) => listIssues(context.ctx(), input)),
  bind(lists.indexIssues, (context, { at, ...input }) =>
    at === undefined ? indexIssues(context.ctx(), input) : pastIndex(context.ctx(), { ...input, at }),
  ),
  bind(lists.rowsOfIssues, (context, { at, ...input }) =>
    at === undefined ? rowsOfIssues(context.ctx(), input) : pastRows(context.ctx(), { ...input, at }),
  ),
  bind(lists.reportIssues, (context) => keptReport(context.ctx(), context.newest)),
  bind(lists.exportIssues, exportIssues),
  bind(resemblance.resemblingIssues, (context, input) => resemblingIssues(context.ctx(), input)),
  bind(lists.changeIssues, (context, input) => changeIssues(context.ctx(), input)),
  bind(issues.readIssue, (context, input) => readIssue(context.ctx(), input)),
  bind(issues.createIssue, (context, input) => createIssue(context.ctx(), input)),
  bind(issues.editIssue, (context, input) => editIssue(context.ctx(), input)),
  bind(issues.takeIssue, (context, input) => takeIssue(context.ctx(), input)),
  bind(issues.releaseIssue, (context, input) => releaseIssue(context.ctx(), input)),
  bind(issues.labelIssue, (context, input) => labelIssue(context.ctx(), input)),
  bind(issues.planIssue, (context, input) => planIssue(context.ctx(), input)),
  bind(issues.weighIssue, (context, input) => weighIssue(context.ctx(), input)),
  bind(issues.assignIssue, (context, input) => assignIssue(context.ctx(), input)),
  bind(handOvers.handOverIssue, (context, input) => handOver(context.ctx(), input)),
  bind(handOvers.acceptHandOver, (context, input) => acceptHandOver(context.ctx(), input)),
  bind(handOvers.declineHandOver, (context, input) => declineHandOver(context.ctx(), input)),
  bind(handOvers.withdrawHandOver, (context, input) => withdrawHandOver(context.ctx(), input)),
  bind(issues.commentOnIssue, (context, input) => commentOnIssue(context.ctx(), input)),
  bind(issues.closeIssue, (context, input) => closeIssue(context.ctx(), input)),
  bind(issues.reopenIssue, (context, input) => reopenIssue(context.ctx(), input)),
  bind(facts.joinEpic, (context, input) => joinEpic(context.ctx(), input)),
  bind(facts.setModel, (context, input) => setModel(context.ctx(), input)),
  bind(facts.setTeam, (context, input) => setTeam(context.ctx(), input)),
  bind(facts.setDue, (context, { ref, due }) => setFact(context.ctx(), ref, 'due', due)),
  bind(facts.setHealth, (context, { ref, health }) => setFact(context.ctx(), ref, 'health', health)),
  bind(facts.setConfidential, (context, { ref, confidential }) =>
    setFact(context.ctx(), ref, 'confidential', confidential),
  ),
  bind(facts.setSpikeScope, (context, input) => setSpikeScope(context.ctx(), input)),
  bind(facts.setWait, (context, input) => setWait(context.ctx(), input)),
  bind(facts.splitIssue, (context, input) => splitIssue(context.ctx(), input)),
  bind(inbox.watchIssue, (context, input) => watchIssue(context.ctx(), input)),
]
