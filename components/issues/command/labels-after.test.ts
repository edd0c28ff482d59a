import { expect, test } from 'vitest'

import { aCard, aView } from '#components/boards/testing/boards.ts'

import { labelsAfter } from './labels-after.ts'
import { typeLabels } from './type-labels.ts'

const lookups = aView()
const after = (change: Parameters<typeof labelsAfter>[1], facts: Parameters<typeof aCard>[0] = {}) =>
  labelsAfter(aCard({ labelIds: ['group', 'dev'], ...facts }), change, lookups).map(({ title }) => title)

test('a card keeps its labels, gets those that are put on, and loses those that are taken off', () => {
  expect(after({})).toEqual(['group::custom models', 'workflow::in dev'])
  expect(after({ add: ['type::bug'] })).toEqual(['group::custom models', 'workflow::in dev', 'type::bug'])
  expect(after({ remove: ['workflow::in dev'] })).toEqual(['group::custom models'])
})

test('a label that comes on puts the other of its scope off, as the server will', () => {
  expect(after({ add: ['workflow::in review'] })).toEqual(['group::custom models', 'workflow::in review'])
  expect(
    after({ add: ['workflow::in review', 'workflow::blocked'] }),
    'of several the last one stays',
  ).toEqual(['group::custom models', 'workflow::blocked'])
})

test('a label that the group does not have changes nothing', () => {
  expect(after({ add: ['type::unknown'], remove: ['severity::1'] })).toEqual([
    'group::custom models',
    'workflow::in dev',
  ])
})

test('an issue brings labels along that the group no longer has', () => {
  const old = { id: 'old', title: 'retired', meaning: null }
  const issue = { ...aCard({ labelIds: ['old', 'dev'] }), labels: [old] }
  expect(labelsAfter(issue, {}, lookups).map(({ title }) => title)).toEqual(['retired', 'workflow::in dev'])
})

test('the types to begin with are those that mean work', () => {
  const ignore = { id: 'x', title: 'type::ignore', meaning: 'type.ignore' }
  expect(typeLabels([...lookups.labels, ignore]).map(({ title }) => title)).toEqual(['type::bug'])
})
