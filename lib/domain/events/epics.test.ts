import { epicEvents } from './epics.ts'
import { expectSentences } from './testing/sentences.ts'

const cindy = { id: '1', name: 'Cindy Halim' }
const julie = { id: '2', name: 'Julie Huang' }
const handing = { number: 3, title: 'Model lifecycle', from: cindy, to: julie }

expectSentences(epicEvents, {
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
  'epic.handed_over': [
    { ...handing, context: 'It is half done.', asked: null },
    'handed “Model lifecycle” over from Cindy Halim to Julie Huang',
  ],
  'epic.hand_over_offered': [
    { ...handing, context: 'It is half done.' },
    'asked Julie Huang to take over “Model lifecycle”',
  ],
  'epic.hand_over_accepted': [
    { ...handing, by: cindy, context: 'It is half done.' },
    'took over “Model lifecycle” from Cindy Halim',
  ],
  'epic.hand_over_declined': [
    { ...handing, by: cindy, reason: 'I am away.' },
    'declined to take over “Model lifecycle” from Cindy Halim: I am away',
  ],
  'epic.hand_over_withdrawn': [handing, 'withdrew the hand-over of “Model lifecycle” to Julie Huang'],
  'epic.closed': [
    { number: 3, title: 'Model lifecycle', because: 'All of its issues are closed.' },
    'closed the epic “Model lifecycle”: All of its issues are closed',
  ],
  'epic.reopened': [{ number: 3, title: 'Model lifecycle' }, 'reopened the epic “Model lifecycle”'],
})
