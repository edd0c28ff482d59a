import { expectSentences } from './testing/sentences.ts'
import { updateEvents } from './updates.ts'

const author = { id: 'p1', name: 'Julie Huang' }
const texts = { progress: 'In review', blockers: '', next: '', confidence: 'slightly' as const }
const posted = {
  id: 1,
  subject: { kind: 'issue' as const, number: 12 },
  week: '2026-W48',
  author,
  milestone: null,
  ...texts,
}

expectSentences(updateEvents, {
  'update.posted': [posted, 'posted the update of this issue for week 48: slightly confident'],
  'update.changed': [
    {
      id: 1,
      subject: { kind: 'epic', number: 3 },
      week: '2026-W48',
      from: { ...texts, author },
      to: { ...texts, author, confidence: 'not' },
    },
    'edited the update of the epic &3 for week 48: not confident instead of slightly confident',
  ],
  'update.withdrawn': [posted, 'withdrew the update of this issue for week 48'],
  'update.asked': [
    { person: { id: 'p2', name: 'Cindy Halim' }, week: '2026-W48', dueOn: '2026-11-27', again: true },
    'reminded Cindy Halim again of their update for week 48, which was due yesterday',
  ],
})
