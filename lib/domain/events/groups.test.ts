import { groupEvents, type GroupKept } from './groups.ts'
import { tells } from './testing/tells.ts'

const facts: GroupKept = {
  name: 'Custom Models',
  summary: '',
  vision: '',
  mission: '',
  channel: '',
  namespace: '',
  zone: 'UTC',
  daysPerWeight: 2,
  focusFactor: 1,
  channels: [],
  cadence: [],
}

tells(groupEvents, {
  'group.created': [{ name: 'Custom Models', facts }, 'created the group Custom Models'],
  'group.changed': [
    { changed: ['vision', 'channel', 'mission'], from: {}, to: {} },
    'changed the vision, channel and mission of the group',
  ],
  'sample.removed': [
    { issues: [], epics: [], milestones: [], labels: [], people: [] },
    'removed the sample data',
  ],
})
