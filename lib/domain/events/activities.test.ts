import { rhythmOf } from '../cadence/activities.ts'
import { activityEvents, type OccurrenceData, type ShareData } from './activities.ts'
import { expectSentences } from './testing/sentences.ts'

const julie = { id: 'j', name: 'Julie' }
const from = '2026-01-01'
const facts = { name: 'Review', owner: julie, rhythms: [{ from, ...rhythmOf({ every: 'week', day: 2 }) }] }
const share: ShareData = { state: 'asked', group: { id: 2, name: 'Evaluation' }, theirs: 4 }
const whole = { id: 1, kind: 'shared_review' as const, ...facts, occurrences: [], share: null }
const one: OccurrenceData = { state: 'skipped', note: 'A holiday.', link: '', by: julie, at: '2026-01-06' }
const day = '2026-01-06'
const named = { id: 1, name: 'Review' }

expectSentences(activityEvents, {
  'activity.added': [whole, 'added the activity “Review”, every Tuesday'],
  'activity.edited': [
    { id: 1, from: facts, to: { ...facts, owner: null } },
    'removed the owner Julie from the activity “Review”',
  ],
  'activity.removed': [whole, 'removed the activity “Review”'],
  'activity.recorded': [{ ...named, day, from: null, to: one }, 'skipped “Review” on 2026-01-06: A holiday'],
  'activity.reminded': [
    { ...named, day, owner: julie },
    'asked Julie whether “Review” happened on 2026-01-06',
  ],
  'activity.share_set': [{ ...named, from: null, to: share }, 'asked Evaluation to share “Review”'],
  'activity.offered': [
    { ...whole, share: { ...share, state: 'offered' } },
    'asked to share “Review”, for Evaluation',
  ],
  'activity.withdrawn': [{ ...named, share }, 'withdrew the offer to share “Review” with Evaluation'],
  'activity.joined': [
    { ...named, owner: julie, share: { ...share, state: 'joined' }, occurrences: [] },
    'accepted to share “Review” with Evaluation',
  ],
})
