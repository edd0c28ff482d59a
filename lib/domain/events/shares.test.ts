import { shareEvents } from './shares.ts'
import { expectSentences } from './testing/sentences.ts'

const brief = { id: 1, what: 'brief' as const, milestone: { id: '7', title: '18.8' }, name: 'Sales leads' }

expectSentences(shareEvents, {
  'share.created': [
    { ...brief, lastOn: '2026-02-28' },
    'created a public link to Brief of 18.8 for “Sales leads”, until 2026-02-28',
  ],
  'share.revoked': [
    { ...brief, what: 'say_do', milestone: null },
    'revoked the public link to Say/Do for “Sales leads”',
  ],
})
