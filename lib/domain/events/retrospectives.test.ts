import { retrospectiveEvents } from './retrospectives.ts'
import { expectSentences } from './testing/sentences.ts'

const julie = { id: 'j', name: 'Julie' }
const id = '2026-11'
const by = julie
const said = { kind: 'well' as const, text: 'Reviews within a day.', to: null }
const facts = { text: 'Write the runbook', owner: julie, dueOn: '2026-12-11' }
const minutes = {
  milestones: [],
  pushBacks: [],
  calibration: [],
  help: { raised: 0, helped: 0, medianMinutes: null },
  cadence: [],
  actions: [],
}

expectSentences(retrospectiveEvents, {
  'retrospective.begun': [{ id, by }, 'began the retrospective of November 2026'],
  'retrospective.removed': [{ id, by }, 'removed the retrospective of November 2026'],
  'retrospective.point_added': [
    { id, point: 1, said: null },
    'added a point to the retrospective of November 2026',
  ],
  'retrospective.point_withdrawn': [
    { id, point: 1, said },
    'withdrew a point of the retrospective of November 2026',
  ],
  'retrospective.point_reworded': [
    { id, from: 1, to: 2 },
    'reworded a point of the retrospective of November 2026',
  ],
  'retrospective.opened': [{ id, by, points: [] }, 'opened the points of the retrospective of November 2026'],
  'retrospective.hidden': [{ id, by }, 'hid the points of the retrospective of November 2026 again'],
  'retrospective.voted': [{ id, point: 1 }, 'voted in the retrospective of November 2026'],
  'retrospective.vote_withdrawn': [{ id, point: 1 }, 'removed a vote in the retrospective of November 2026'],
  'retrospective.action_added': [
    { id, action: 1, ...facts },
    'added an action to the retrospective of November 2026 for Julie, due 2026-12-11: Write the runbook',
  ],
  'retrospective.action_removed': [
    { id, action: 1, ...facts },
    'removed an action from the retrospective of November 2026: Write the runbook',
  ],
  'retrospective.action_changed': [
    { id, action: 1, owner: julie, changed: ['due day'], from: facts, to: facts },
    'changed the due day of an action of the retrospective of November 2026: Write the runbook',
  ],
  'retrospective.action_turned': [
    { id, action: 1, text: facts.text, owner: julie, from: 'open', to: 'done' },
    'finished an action of the retrospective of November 2026: Write the runbook',
  ],
  'retrospective.action_due': [
    { id, action: 1, ...facts },
    'reminded of an action of the retrospective of November 2026, due 2026-12-11: Write the runbook',
  ],
  'retrospective.closed': [{ id, by, minutes }, 'closed the retrospective of November 2026'],
  'retrospective.reopened': [{ id, by, minutes }, 'reopened the retrospective of November 2026'],
})
