import { expect, test } from 'vitest'

import { aCard, aView, namesOf } from '#components/boards/testing/boards.ts'

import { faceOf, labelsOf, labelText, valueOf, workTypeOf } from './card-names.ts'

const names = namesOf(aView())

test('a card has its labels in its own order, without those that are gone since', () => {
  const card = aCard({ labelIds: ['sev', 'gone', 'group'] })
  expect(labelsOf(card, names).map(({ title }) => title)).toEqual(['severity::2', 'group::custom models'])
})

test('the type of work is read from what its labels mean', () => {
  expect(workTypeOf(aCard({ labelIds: ['group', 'bug'] }), names)).toBe('bug')
  expect(workTypeOf(aCard({ labelIds: ['group'] }), names)).toBeNull()
})

test('a person who left the group is called by their handle', () => {
  expect(faceOf('julie', names)).toEqual({ handle: 'julie', name: 'Julie Huang' })
  expect(faceOf('former', names)).toEqual({ handle: 'former', name: 'former' })
})

test('a state reads without its scope, any other label with it', () => {
  expect(labelText({ title: 'workflow::in dev', meaning: 'workflow.in-dev' })).toBe('in dev')
  expect(labelText({ title: 'severity::2', meaning: 'severity.2' })).toBe('severity 2')
  expect(labelText({ title: 'team::backend::review', meaning: null })).toBe('team backend review')
  expect(valueOf('team::backend::review')).toBe('review')
  expect(valueOf('Deliverable')).toBe('Deliverable')
})
