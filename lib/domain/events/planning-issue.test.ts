import type { PlanningBlocks } from '../planning-issue/blocks.ts'
import { planningIssueEvents, planningTemplateEvents } from './planning-issue.ts'
import { expectSentences } from './testing/sentences.ts'

const milestone = { id: '7', title: '19.8' }
const blocks: PlanningBlocks = {
  milestone: { title: '19.8', startOn: '2026-12-12', dueOn: '2027-01-15', workingDays: 25 },
  boards: [],
  goals: '',
  priorities: { rows: [], notShown: 0 },
  capacity: { teams: [], total: { capacity: 0, picked: 0 }, carryOver: null },
  deliverables: { rows: [], notShown: 0 },
}
const freeze = { milestone, at: '2026-12-10T15:00:00.000Z', by: { id: 'm', name: 'Mohamed Hamda' }, blocks }

expectSentences(planningIssueEvents, {
  'planning_issue.created': [{ milestone, template: 0 }, 'made this issue the planning issue of 19.8'],
  'planning_issue.priorities_set': [{ milestone, from: [], to: [] }, 'set the priorities of 19.8'],
  'planning_issue.frozen': [freeze, 'froze the planning issue of 19.8'],
  'planning_issue.unfrozen': [freeze, 'made the planning issue of 19.8 live again'],
  'planning_issue.posted': [{ milestone, comment: '12' }, 'posted the capacity and the DRIs of 19.8'],
})

expectSentences(planningTemplateEvents, {
  'planning_template.edited': [
    { id: 3, from: { title: 'Planning', body: 'a' }, to: { title: 'Planning', body: 'b' } },
    'edited the template of planning issues, version 3',
  ],
})
