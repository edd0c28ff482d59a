import { pushBackEvents } from './push-backs.ts'
import { expectSentences } from './testing/sentences.ts'

const issue = { kind: 'issue' as const, key: '12', title: 'Slow list' }
const plan = { kind: 'milestone' as const, key: '7', title: '19.8' }
const epic = { kind: 'epic' as const, key: '3', title: 'Gateway' }
const words = { reason: 'Too early.', protects: [epic], wouldChange: '', revisitOn: null }
const open = { state: 'open' as const, note: '', revisitOn: null }
const julie = { id: '2', name: 'Julie Huang' }

expectSentences(pushBackEvents, {
  'push_back.raised': [{ subject: plan, ...words }, 'pushed back on the plan of 19.8: Too early'],
  'push_back.decided': [
    {
      subject: issue,
      pushBack: 4,
      reason: 'Too early.',
      by: julie,
      from: open,
      to: { state: 'accepted', note: '', revisitOn: null },
      left: { id: '7', title: '19.7' },
    },
    'accepted the push-back on this issue from 19.7: Too early',
  ],
  'push_back.withdrawn': [
    { subject: epic, ...words, pushBack: 4 },
    'withdrew the push-back on the epic “Gateway”',
  ],
  'push_back.revisit_due': [
    { subject: issue, pushBack: 4, reason: 'Too early.', by: julie, revisitOn: '2026-03-01' },
    'reminded to look again at the push-back on this issue: Too early',
  ],
})
