import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Role } from '../permissions.ts'
import { asksForPushBack, whyNotPushBack } from './push-back.ts'
import { because } from '#lib/domain/testing/because.ts'

const [group, deliverable, bug] = [
  { id: '1', title: 'group::custom models', meaning: 'group' },
  { id: '2', title: 'Promised', meaning: 'deliverable' },
  { id: '3', title: 'type::bug', meaning: 'type.bug' },
]
const labels = [group, deliverable, bug]
const em = { roles: ['em' as const], admin: false }
const asks = (more: Partial<Parameters<typeof asksForPushBack>[0]>) =>
  asksForPushBack({
    actor: em,
    running: '19.7',
    labels,
    before: { milestone: '19.7', labels, closeReason: null },
    after: { milestone: '19.7', labels: [group, bug] },
    ...more,
  })

test('what takes a Deliverable off the milestone that runs asks, whichever way it leaves', () => {
  expect(asks({}), 'the label, whatever it is called').toBe(true)
  expect(asks({ after: { milestone: '19.7', labels: [deliverable] } }), 'the group’s label').toBe(true)
  expect(asks({ after: { milestone: '19.8', labels } }), 'to another milestone').toBe(true)
  expect(asks({ after: { milestone: null, labels } }), 'to none').toBe(true)
})

test('what stays, what was not there and what left another milestone ask nothing', () => {
  expect(asks({ after: { milestone: '19.7', labels: [group, deliverable] } })).toBe(false)
  expect(asks({ before: { milestone: '19.7', labels: [group], closeReason: null } })).toBe(false)
  expect(asks({ before: { milestone: '19.8', labels, closeReason: null } })).toBe(false)
  expect(asks({ running: null }), 'before the start, after the end, once closed').toBe(false)
})

test('what is done stays completed, so that nothing is asked; what will not be done can be pushed back', () => {
  expect(asks({ before: { milestone: '19.7', labels, closeReason: 'done' } })).toBe(false)
  expect(asks({ before: { milestone: '19.7', labels, closeReason: 'wont_do' } })).toBe(true)
})

test('a planning issue is on no Build Board', () => {
  expect(asks({ before: { milestone: '19.7', labels, closeReason: null, kind: 'planning' } })).toBe(false)
})

test('the EM alone is asked, and no person on a page of the past', () => {
  const asked = (['em', 'pm', 'engineer', 'staff_engineer', 'counterpart', 'stakeholder'] as const).filter(
    (role: Role) => asks({ actor: { roles: [role], admin: false } }),
  )
  expect(asked).toEqual(['em'])
  expect(asks({ actor: { ...em, past: true } })).toBe(false)
})

test('without a label of the group, Deliverable alone makes the Build Board; without Deliverable nothing does', () => {
  const before = { milestone: '19.7', labels: [deliverable], closeReason: null }
  const after = { milestone: '19.7', labels: [] }
  expect(asks({ labels: [deliverable, bug], before, after })).toBe(true)
  expect(asks({ labels: [group, bug], before, after })).toBe(false)
})

test('what is asked about is what the command accepts while a milestone runs, for any labels', () => {
  const lies = fc.record({
    milestone: fc.constantFrom('19.7', '19.8', null),
    labels: fc.subarray(labels),
  })
  const on = ({ milestone, labels: held }: { milestone: string | null; labels: typeof labels }) =>
    milestone === '19.7' && held.includes(group) && held.includes(deliverable)
  fc.assert(
    fc.property(lies, lies, (before, after) => {
      const left = on(before) && !on(after)
      expect(asks({ before: { ...before, closeReason: null }, after })).toBe(left)
      const board = left ? { title: '19.7', startOn: '2026-11-14', frozen: false } : null
      expect(whyNotPushBack(board, '2026-11-26', 'Not now.') === null).toBe(left)
    }),
  )
})

test('a push-back that cannot be said is refused with what the milestone makes of it', () => {
  const june = { title: '19.7', startOn: '2026-06-01', frozen: false }
  expect(whyNotPushBack(june, '2026-06-01', 'Too early.'), 'from its first day').toBeNull()
  expect(because(whyNotPushBack(null, '2026-06-01', 'Too early.'))).toBe(
    'It did not leave a Build Board. A push-back needs a Deliverable to take off.',
  )
  expect(because(whyNotPushBack({ ...june, startOn: null }, '2026-06-01', 'Too early.')), 'a shelf').toBe(
    'It did not leave a Build Board. A push-back needs a Deliverable to take off.',
  )
  expect(because(whyNotPushBack(june, '2026-05-31', 'Too early.'))).toBe(
    '19.7 has not started. What leaves it now is not assigned.',
  )
  expect(because(whyNotPushBack({ ...june, frozen: true }, '2026-06-01', 'Too early.'))).toBe(
    '19.7 has ended. Its outcome no longer changes.',
  )
  expect(because(whyNotPushBack(june, '2026-06-01', ' \n'))).toBe('Write the reason of the push-back.')
})
