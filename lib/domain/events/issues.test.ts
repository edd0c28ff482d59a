import { NO_FACTS } from '../facts/values.ts'
import { issueEvents } from './issues.ts'
import { expectSentences } from './testing/sentences.ts'

const cindy = { id: '1', name: 'Cindy Halim' }
const build = { id: 'b', title: 'Build' }
const release = { id: 'm', title: '18.7' }
const epic = { id: 'e', title: 'Model lifecycle' }
const team = { id: 't', name: 'Model Selection' }
const inDev = { id: 'l1', title: 'workflow::in dev', meaning: 'workflow.in-dev' }
const inReview = { id: 'l2', title: 'workflow::in review', meaning: 'workflow.in-review' }
const inDevLane = { id: 'c1', title: 'in dev' }

expectSentences(issueEvents, {
  'issue.created': [
    {
      number: 12,
      kind: 'issue',
      title: 'Slow model list',
      description: '',
      labels: [],
      milestone: null,
      weight: null,
      dri: null,
      assignees: [],
      epic: null,
      team: null,
      ...NO_FACTS,
      spikeScope: null,
      ranks: { group: 'V', planning: 'V' },
      mentioned: [],
    },
    'created this issue, “Slow model list”',
  ],
  'issue.edited': [
    { title: { from: 'Slow', to: 'Slow list' }, version: 2, mentioned: [] },
    'renamed this issue from “Slow” to “Slow list”',
  ],
  'issue.labels_changed': [
    { added: [inReview], removed: [inDev] },
    'replaced ~workflow::in dev with ~workflow::in review on this issue',
  ],
  'issue.milestone_set': [{ from: null, to: release }, 'set the milestone of this issue to 18.7'],
  'issue.pushed_back': [
    { milestone: release, reason: 'A migration comes first.' },
    'accepted a push-back of this issue from 18.7: A migration comes first.',
  ],
  'issue.weighed': [{ from: 3, to: 2 }, 'changed the weight of this issue from 3 to 2'],
  'issue.assigned': [{ added: [cindy], removed: [] }, 'assigned this issue to Cindy Halim'],
  'issue.ranked': [
    { board: build, from: inDevLane, to: inDevLane, order: 'group', rank: 'V', fromRank: 'U' },
    'moved this issue in the order of Build',
  ],
  'issue.moved': [
    {
      board: build,
      from: { id: 'c1', title: 'in dev' },
      to: { id: 'c2', title: 'in review' },
      added: [inReview],
      removed: [inDev],
      order: 'group',
      rank: 'V',
      fromRank: 'U',
    },
    'moved this issue from in dev to in review',
  ],
  'issue.closed': [{ reason: 'wont_do' }, 'closed this issue: won’t do'],
  'issue.reopened': [{ was: 'done' }, 'reopened this issue'],
  'issue.epic_set': [{ from: null, to: epic }, 'added this issue to the epic “Model lifecycle”'],
  'issue.team_set': [{ from: null, to: team }, 'set the functional team of this issue to Model Selection'],
  'issue.model_set': [
    { from: null, to: { id: '3', name: 'Falcon' } },
    'set the model of this issue to Falcon',
  ],
  'issue.spike_scope_set': [
    { from: null, to: 'Which models can stream.' },
    'added the spike scope of this issue',
  ],
  'issue.wait_set': [
    { from: { need: '', from: '' }, to: { need: 'the price list', from: 'Purchasing' } },
    'updated the blocker: this issue is blocked on the price list from Purchasing',
  ],
  'issue.linked': [{ role: 'blocked_by', other: 13 }, 'added a link: this issue is blocked by #13'],
  'issue.split': [{ into: [13, 14] }, 'split this issue into #13 and #14'],
  'issue.unlinked': [{ role: 'split_from', other: 13 }, 'removed a link: this issue was split from #13'],
})
