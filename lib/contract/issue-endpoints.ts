import type { Endpoint } from './endpoint.ts'
import { editComment, reactToComment } from './comments.ts'
import { acceptHandOver, declineHandOver, handOverIssue, withdrawHandOver } from './hand-overs.ts'
import { changeIssues, exportIssues, indexIssues, reportIssues, rowsOfIssues } from './issue-lists.ts'
import {
  assignIssue,
  closeIssue,
  commentOnIssue,
  createIssue,
  editIssue,
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
import { addLink, listLinks, removeLink } from './links.ts'
import { resemblingIssues } from './resemblance.ts'
import * as facts from './issue-facts.ts'

/** Apart from the endpoints themselves: no page imports a list, which would make it carry all of them. */
export const issueEndpoints = [
  moveIssue,
  listIssues,
  indexIssues,
  rowsOfIssues,
  reportIssues,
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
  acceptHandOver,
  declineHandOver,
  withdrawHandOver,
  commentOnIssue,
  editComment,
  reactToComment,
  closeIssue,
  reopenIssue,
  facts.joinEpic,
  facts.setTeam,
  facts.setModel,
  ...Object.values(facts.SET_FACT),
  facts.setSpikeScope,
  facts.setWait,
  facts.splitIssue,
  listLinks,
  addLink,
  removeLink,
] satisfies Endpoint[]
