import { expect, test } from 'vitest'

import { choiceFor, type Edit, sentChoices, whyNotRow } from './choices.ts'
import { closing, gone, open } from './testing.ts'

const edits = (ref: number, edit: Edit) => new Map([[ref, edit]])
const blocked = { reason: 'blocked' as const, because: 'It is blocked.' }

test('a row begins with the next milestone and with the reason that the record suggests', () => {
  const row = open(1, { proposal: blocked })
  const view = closing({ open: [row] })
  expect(choiceFor(view, row, new Map())).toEqual({
    destination: '19.8',
    reason: 'blocked',
    text: '',
    withoutDeliverable: false,
  })
  expect(whyNotRow(view, row, choiceFor(view, row, new Map()))).toBeNull()
})

test('what a person set goes before the proposal, no destination among it', () => {
  const row = open(1, { proposal: blocked })
  const view = closing({ open: [row] })
  const choice = choiceFor(view, row, edits(1, { destination: null, reason: 'scope' }))
  expect(choice).toMatchObject({ destination: null, reason: 'scope' })
  expect(whyNotRow(view, row, choice)).toBeNull()
})

test('without a reason a row that slipped is not ready, and “Other” asks for words', () => {
  const row = open(1)
  const view = closing({ open: [row] })
  const whyNot = (edit: Edit) => whyNotRow(view, row, choiceFor(view, row, edits(1, edit)))
  expect(whyNot({})).toBe('Choose a reason.')
  expect(whyNot({ reason: 'other' })).toBe('Write why it slipped.')
  expect(whyNot({ reason: 'other', text: 'The vendor left.' })).toBeNull()
})

test('what cannot stay a Deliverable gets no proposal, and goes on without the label alone', () => {
  const row = open(1, { notNext: 'It has no workflow state.', proposal: blocked })
  const view = closing({ open: [row] })
  const whyNot = (edit: Edit) => whyNotRow(view, row, choiceFor(view, row, edits(1, edit)))
  expect(whyNot({})).toBe('Choose a destination.')
  expect(whyNot({ destination: '19.8' })).toBe('It has no workflow state.')
  expect(whyNot({ destination: '19.8', withoutDeliverable: true })).toBeNull()
  expect(whyNot({ destination: 'backlog' }), 'on a shelf there is no Deliverable anyway').toBeNull()
})

test('what left or was closed otherwise may be given a reason, and goes nowhere', () => {
  const row = gone(2)
  const view = closing({ gone: [row] })
  expect(choiceFor(view, row, new Map()).destination).toBeUndefined()
  const whyNot = (edit: Edit) => whyNotRow(view, row, choiceFor(view, row, edits(2, edit)))
  expect(whyNot({})).toBeNull()
  expect(whyNot({ reason: 'time_off' })).toBeNull()
  expect(whyNot({ reason: 'other' })).toBe('Write why it slipped.')
})

test('the request says of each row what its kind takes, with text trimmed and left out when empty', () => {
  const view = closing({
    open: [open(1, { proposal: blocked }), open(2, { slipped: false, proposal: blocked })],
    gone: [gone(3, { proposal: { reason: 'deprioritised', because: 'It was taken out.' } })],
  })
  const given = new Map<number, Edit>([
    [1, { text: '  Waits for the other group. ', withoutDeliverable: true }],
    [3, { text: '   ' }],
  ])
  expect(sentChoices(view, given)).toEqual([
    {
      ref: 1,
      destination: '19.8',
      reason: 'blocked',
      text: 'Waits for the other group.',
      withoutDeliverable: true,
    },
    { ref: 2, destination: '19.8' },
    { ref: 3, reason: 'deprioritised' },
  ])
})

test('where no milestone follows and nothing is proposed, each row asks for its destination', () => {
  const row = open(1, { proposal: blocked })
  const view = closing({ open: [row], destinations: [], proposed: null })
  expect(choiceFor(view, row, new Map()).destination).toBeNull()
  const asked = closing({ open: [row], proposed: '19.9' })
  expect(whyNotRow(asked, row, choiceFor(asked, row, new Map()))).toBe(
    'It can go to the next milestone, to a shelf, or to none.',
  )
})
