import { callEvents } from './calls.ts'
import { expectSentences } from './testing/sentences.ts'

const people = [
  { id: 'j', name: 'Julie' },
  { id: 'c', name: 'Cindy' },
]
const said = {
  day: '2026-01-06',
  people,
  outcome: 'We keep the probe.',
  why: 'Comments went past.',
  recording: '',
}
const call = { id: 1, about: { kind: 'issue' as const, number: 12 }, ...said, by: null, at: '2026-01-06' }

expectSentences(callEvents, {
  'call.noted': [call, 'noted a call on this issue: We keep the probe'],
  'call.edited': [
    {
      id: 1,
      about: { kind: 'epic', number: 3 },
      from: said,
      to: { ...said, recording: 'https://video.example/1' },
    },
    'added the recording of a call on the epic &3',
  ],
  'call.removed': [call, 'removed the note of a call on this issue'],
})
