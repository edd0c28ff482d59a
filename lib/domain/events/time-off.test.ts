import { timeOffEvents } from './time-off.ts'
import { expectSentences } from './testing/sentences.ts'

const days = { fromOn: '2026-12-21', toOn: '2026-12-24', fromNoon: false, untilNoon: false, details: 1 }
const about = { id: 1, person: { id: 'p', name: 'Cindy Halim' }, own: false, reopened: [] }

expectSentences(timeOffEvents, {
  'time_off.added': [{ ...about, ...days }, 'added the time off of Cindy Halim, 21 – 24 Dec 2026'],
  'time_off.edited': [
    { ...about, own: true, from: days, to: { ...days, untilNoon: true, fromNoon: true, details: 2 } },
    'changed their time off from 21 – 24 Dec 2026 to 21 – 24 Dec 2026, from noon until noon',
  ],
  'time_off.removed': [{ ...about, own: true, ...days }, 'removed their time off, 21 – 24 Dec 2026'],
})
