import { expect, test } from 'vitest'

import { askedOf, chipsIn, listStateFrom, queryOf } from './list-state.ts'

const state = (query: string) => listStateFrom(new URLSearchParams(query))
const asked = (query: string) => askedOf('models', state(query))

test('a list asks the server for everything that its address says', () => {
  expect(
    asked('q=slow&type=bug&label=a b&label!=c&dri=none&milestone=19.7&sort=-weight&group=epic&state=closed'),
  ).toEqual({
    input: {
      group: 'models',
      filter:
        'slow and type:bug and label:"a b" and not label:c and dri:none and milestone:19.7 and state:closed',
      sort: 'weight',
      direction: 'desc',
      by: 'epic',
    },
  })
})

test('open issues, newest first, are what a list is about unless it is asked otherwise', () => {
  expect(asked('')).toEqual({
    input: { group: 'models', filter: 'state:open', sort: 'number', direction: 'desc' },
  })
  expect(asked('state=all')).toEqual({ input: { group: 'models', sort: 'number', direction: 'desc' } })
})

test('the chips of an address of before are written into the filter, whatever else it says', () => {
  expect(queryOf(state('?type!=bug&label=a&filter=dri:none or weight>2'))).toBe(
    `?${new URLSearchParams({ filter: 'not type:bug and label:a and (dri:none or weight>2)' })}`,
  )
  expect(chipsIn(state('?q=slow&type=bug&type=feature').written).chips).toEqual({
    words: ['slow'],
    clauses: ['bug', 'feature'].map((value) => ({ field: 'type', is: true, value })),
  })
  expect(asked('type=bug&filter=colour:red')).toMatchObject({ refusal: expect.stringContaining('colour') })
})

test('a written filter stands beside the chips, whatever its words', () => {
  expect(asked('type=bug&filter=dri:none or weight>2')).toMatchObject({
    input: { filter: 'type:bug and (dri:none or weight>2) and state:open' },
  })
  expect(asked('filter=colour:red')).toMatchObject({ refusal: expect.stringContaining('colour') })
})

test('the address is read back as the same list', () => {
  for (const query of [
    '?filter=not+type%3Abug+and+dri%3Anone&state=all&sort=title&group=dri&columns=number,title,labels',
    '?sort=-updated',
    '?group=dri&fold=julie&fold=-',
    '',
  ]) {
    expect(queryOf(state(query))).toBe(query)
  }
  expect(queryOf(state('?sort=colour&group=colour&fold=red&columns=colour&state=ajar'))).toBe('')
})
