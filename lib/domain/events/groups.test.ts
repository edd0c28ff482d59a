import { groupEvents, type GroupData } from './groups.ts'
import { expectSentences } from './testing/sentences.ts'

const facts: GroupData = {
  name: 'Custom Models',
  summary: '',
  vision: '',
  mission: '',
  channel: '',
  namespace: '',
  zone: 'UTC',
  daysPerWeight: 2,
  focusFactor: 1,
  country: '',
  region: '',
  triageShare: 50,
  refinementDay: 1,
  refinementHour: 9,
  updateDay: 5,
  syncDay: 4,
  syncTime: '15:00',
  syncMinutes: 30,
  mix: null,
  channels: [],
  cadence: [],
}

expectSentences(groupEvents, {
  'group.created': [{ name: 'Custom Models', facts }, 'created the group Custom Models'],
  'group.changed': [
    { changed: ['vision', 'channel', 'mission'], from: {}, to: {} },
    'changed the vision, channel and mission of the group',
  ],
  'sample.removed': [
    { issues: [], epics: [], milestones: [], labels: [], people: [], timeOff: [] },
    'removed the sample data',
  ],
})
