import { milestoneEvents } from './milestones.ts'
import { tells } from './testing/tells.ts'

tells(milestoneEvents, {
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
  'milestone.closed': [{ id: 1, title: '18.7' }, 'closed the milestone 18.7'],
  'milestone.reopened': [{ title: '18.9', id: 2 }, 'reopened the milestone 18.9'],
  'milestone.removed': [{ id: 2, title: '18.9' }, 'removed the milestone 18.9'],
})
