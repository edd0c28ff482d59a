import { expect, test } from 'vitest'

import { queryOf } from './query.ts'
import { smallCount } from './small-count.ts'

test('a query of the router is the query of the browser', () => {
  expect(queryOf({ filter: 'type:bug', at: undefined, fold: ['3', '-'] }).toString()).toBe(
    'filter=type%3Abug&fold=3&fold=-',
  )
  expect(queryOf({}).size).toBe(0)
})

test('of a name that is written twice the first counts', () => {
  const query = queryOf({ team: ['selection', 'gateway'] })
  expect(query.get('team')).toBe('selection')
  expect(query.getAll('team')).toEqual(['selection', 'gateway'])
})

test('an empty value is a value', () => {
  expect(queryOf({ q: '' }).get('q')).toBe('')
  expect(queryOf({ q: undefined }).get('q')).toBeNull()
})

test('small counts are words, larger ones digits', () => {
  expect([0, 1, 2, 10, 11, 100].map(smallCount)).toEqual(['none', 'one', 'two', 'ten', '11', '100'])
})
