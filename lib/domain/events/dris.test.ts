import { drisEvents } from './dris.ts'
import { expectSentences } from './testing/sentences.ts'

expectSentences(drisEvents, {
  'dri.unclaimed': [
    { id: 1, reason: 'overloaded', note: 'until the release is out.' },
    'recorded no volunteer for this issue: Overloaded, until the release is out',
  ],
  'dri.unclaimed_removed': [
    { id: 1, reason: 'not_a_priority', note: '' },
    'removed the record of no volunteer for this issue',
  ],
})
