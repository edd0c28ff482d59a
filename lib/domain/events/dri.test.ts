import { driEvents } from './dri.ts'
import { expectSentences } from './testing/sentences.ts'

const cindy = { id: '1', name: 'Cindy Halim' }
const julie = { id: '2', name: 'Julie Huang' }
const handing = { from: julie, to: cindy }

expectSentences(driEvents, {
  'issue.dri_taken': [{ person: julie, assigned: true }, 'became the DRI of this issue'],
  'issue.dri_released': [{ person: julie, unassigned: true }, 'stepped down as DRI of this issue'],
  'issue.dri_assigned': [{ from: null, to: cindy, context: '' }, 'made Cindy Halim the DRI of this issue'],
  'issue.handed_over': [
    { ...handing, context: 'x', asked: null },
    'handed this issue over from Julie Huang to Cindy Halim',
  ],
  'issue.hand_over_offered': [{ ...handing, context: 'x' }, 'asked Cindy Halim to take over this issue'],
  'issue.hand_over_accepted': [
    { ...handing, by: julie, context: 'x' },
    'took over this issue from Julie Huang',
  ],
  'issue.hand_over_declined': [
    { ...handing, by: julie, reason: 'I am away.' },
    'declined to take over this issue from Julie Huang: I am away',
  ],
  'issue.cover_asked': [
    { person: julie, team: null, fromOn: '2026-12-21', toOn: '2026-12-24' },
    'asked for cover of this issue: its DRI Julie Huang is away 21 – 24 Dec 2026',
  ],
  'issue.hand_over_withdrawn': [handing, 'withdrew the hand-over of this issue to Cindy Halim'],
})
