import { epicEvents } from './epics.ts'
import { tells } from './testing/tells.ts'

const cindy = { id: '1', name: 'Cindy Halim' }

tells(epicEvents, {
  'epic.created': [
    { number: 3, title: 'Model lifecycle', description: '', techLead: null },
    'created the epic “Model lifecycle”',
  ],
  'epic.edited': [
    { number: 3, title: { from: 'Models', to: 'Model lifecycle' }, version: 2 },
    'renamed the epic “Models” to “Model lifecycle”',
  ],
  'epic.tech_lead_set': [
    { number: 3, title: 'Model lifecycle', from: null, to: cindy },
    'made Cindy Halim the tech lead of “Model lifecycle”',
  ],
  'epic.closed': [
    { number: 3, title: 'Model lifecycle', because: 'All of its issues are closed.' },
    'closed the epic “Model lifecycle”: All of its issues are closed',
  ],
  'epic.reopened': [{ number: 3, title: 'Model lifecycle' }, 'reopened the epic “Model lifecycle”'],
})
