import { expect, test } from 'vitest'

import { listInput } from './list-input.ts'

const input = (query: string) => listInput('models', new URLSearchParams(query))

test('a list asks the server for what it can narrow by', () => {
  expect(input('q=slow&type=bug&label=a&label=b&person=julie&epic=3&state=closed')).toMatchObject({
    group: 'models',
    q: 'slow',
    type: 'bug',
    label: ['a', 'b'],
    person: 'julie',
    epic: 3,
    state: 'closed',
  })
})

test('what the server cannot narrow by is left to the browser', () => {
  const asked = input('type!=bug&person=julie&person=cindy&team=none&epic=none&weight=2')
  expect(Object.keys(asked).toSorted()).toEqual(['group', 'limit', 'state'])
})

test('open issues are what a list is about unless it is asked otherwise', () => {
  expect(input('').state).toBe('open')
})
