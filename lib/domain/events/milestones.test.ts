import { milestoneEvents } from './milestones.ts'
import { expectSentences } from './testing/sentences.ts'

expectSentences(milestoneEvents, {
  'milestone.created': [
    {
      id: 1,
      slug: '18.7',
      title: '18.7',
      kind: 'timebox',
      shelf: null,
      startOn: '2025-11-15',
      dueOn: '2025-12-12',
    },
    'created the milestone 18.7, 2025-11-15 to 2025-12-12',
  ],
  'milestone.edited': [
    {
      id: 1,
      from: { title: '18.7', startOn: '2025-11-15', dueOn: '2025-12-12' },
      to: { title: '18.7.1', startOn: '2025-11-15', dueOn: '2025-12-14' },
    },
    'renamed the milestone 18.7 to 18.7.1, 2025-11-15 to 2025-12-14',
  ],
  'milestone.goals_edited': [
    { id: 1, title: '18.7', goals: { from: '', to: '- Batch endpoints' }, version: 2 },
    'wrote the goals of 18.7',
  ],
  'milestone.frozen': [
    {
      id: 1,
      title: '18.7',
      dueOn: '2025-12-12',
      frozenAt: '2025-12-13T00:00:00.000Z',
      early: false,
      issues: [
        {
          ref: 3,
          weight: 2,
          firstWeight: 2,
          team: null,
          dri: null,
          type: 'bug',
          atStart: true,
          enteredAt: '2025-11-14T12:00:00.000Z',
          onBoard: true,
          outcome: 'completed',
        },
      ],
    },
    'recorded the outcome of 18.7: 1 of 1 kept, 100 %',
  ],
  'milestone.closed': [
    {
      id: 1,
      title: '18.7',
      issues: [
        {
          ref: 3,
          weight: 2,
          team: null,
          dri: null,
          atStart: true,
          enteredAt: '2025-11-14T12:00:00.000Z',
          outcome: 'completed',
          destination: null,
          slip: null,
        },
      ],
    },
    'closed the milestone 18.7: 1 of 1 kept, 100 %',
  ],
  'milestone.reopened': [{ title: '18.9', id: 2 }, 'reopened the milestone 18.9'],
  'milestone.removed': [{ id: 2, title: '18.9' }, 'removed the milestone 18.9'],
})
