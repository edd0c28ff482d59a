import { keep } from '../keep.ts'
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
import { setTeam } from '#db/commands/issues/team.ts'
import { setWait } from '#db/commands/issues/wait.ts'
import { indexIssues, rowsOfIssues } from '#db/queries/issue-lists.ts'
import { reportIssues } from '#db/queries/issue-report.ts'
import { listIssues, readIssue } from '#db/queries/issues.ts'
import { resemblingIssues } from '#db/queries/resemblance.ts'
import * as handOvers from '#lib/contract/hand-overs.ts'
import * as inbox from '#lib/contract/inbox.ts'
import * as facts from '#lib/contract/issue-facts.ts'
import * as lists from '#lib/contract/issue-lists.ts'
import * as issues from '#lib/contract/issues.ts'
import * as resemblance from '#lib/contract/resemblance.ts'

export const issuesKept = [
  keep(issues.moveIssue, (door, input) => moveIssue(door.ctx(), input)),
  keep(issues.listIssues, (door, input) => listIssues(door.ctx(), input)),
  keep(lists.indexIssues, (door, input) => indexIssues(door.ctx(), input)),
  keep(lists.rowsOfIssues, (door, input) => rowsOfIssues(door.ctx(), input)),
  keep(lists.reportIssues, (door) => reportIssues(door.ctx())),
  keep(lists.exportIssues, exportIssues),
  keep(resemblance.resemblingIssues, (door, input) => resemblingIssues(door.ctx(), input)),
  keep(lists.changeIssues, (door, input) => changeIssues(door.ctx(), input)),
  keep(issues.readIssue, (door, input) => readIssue(door.ctx(), input)),
  keep(issues.createIssue, (door, input) => createIssue(door.ctx(), input)),
  keep(issues.editIssue, (door, input) => editIssue(door.ctx(), input)),
  keep(issues.takeIssue, (door, input) => takeIssue(door.ctx(), input)),
  keep(issues.releaseIssue, (door, input) => releaseIssue(door.ctx(), input)),
  keep(issues.labelIssue, (door, input) => labelIssue(door.ctx(), input)),
  keep(issues.planIssue, (door, input) => planIssue(door.ctx(), input)),
  keep(issues.weighIssue, (door, input) => weighIssue(door.ctx(), input)),
  keep(issues.assignIssue, (door, input) => assignIssue(door.ctx(), input)),
  keep(handOvers.handOverIssue, (door, input) => handOver(door.ctx(), input)),
  keep(handOvers.acceptHandOver, (door, input) => acceptHandOver(door.ctx(), input)),
  keep(handOvers.declineHandOver, (door, input) => declineHandOver(door.ctx(), input)),
  keep(handOvers.withdrawHandOver, (door, input) => withdrawHandOver(door.ctx(), input)),
  keep(issues.commentOnIssue, (door, input) => commentOnIssue(door.ctx(), input)),
  keep(issues.closeIssue, (door, input) => closeIssue(door.ctx(), input)),
  keep(issues.reopenIssue, (door, input) => reopenIssue(door.ctx(), input)),
  keep(facts.joinEpic, (door, input) => joinEpic(door.ctx(), input)),
  keep(facts.setTeam, (door, input) => setTeam(door.ctx(), input)),
  keep(facts.setDue, (door, { ref, due }) => setFact(door.ctx(), ref, 'due', due)),
  keep(facts.setHealth, (door, { ref, health }) => setFact(door.ctx(), ref, 'health', health)),
  keep(facts.setConfidential, (door, { ref, confidential }) =>
    setFact(door.ctx(), ref, 'confidential', confidential),
  ),
  keep(facts.setSpikeScope, (door, input) => setSpikeScope(door.ctx(), input)),
  keep(facts.setWait, (door, input) => setWait(door.ctx(), input)),
  keep(facts.splitIssue, (door, input) => splitIssue(door.ctx(), input)),
  keep(inbox.watchIssue, (door, input) => watchIssue(door.ctx(), input)),
]
