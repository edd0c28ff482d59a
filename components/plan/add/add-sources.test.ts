import { expect, test } from 'vitest'

import { parseCondition } from '#lib/domain/condition-parser.ts'

import { ALL, filterOf, sourcesOf } from './add-sources.ts'

const milestone = (slug: string, facts: { shelf?: 'backlog'; closed?: boolean } = {}) => ({
  id: slug,
  slug,
  title: slug.replace('-', '.'),
  shelf: null,
  startOn: null,
  dueOn: null,
  closed: false,
  ...facts,
})

test('candidates come from every open milestone and shelf but the planned one', () => {
  const milestones = [
    milestone('19-6', { closed: true }),
    milestone('19-7'),
    milestone('19-8'),
    milestone('backlog', { shelf: 'backlog' }),
  ]
  const { first, parts } = sourcesOf({ milestones }, '19-8')
  expect(first).toEqual([{ value: ALL, label: 'All open issues' }])
  const [shelves, dated, findings] = parts
  expect(shelves?.choices.map(({ value }) => value)).toEqual(['milestone:backlog'])
  expect(dated?.choices).toEqual([{ value: 'milestone:19-7', label: '19.7' }])
  expect(findings?.choices.every(({ value }) => value.startsWith('finding:'))).toBe(true)
})

test('a source is asked for what is open and not in the plan yet, by words as they were typed', () => {
  expect(filterOf(ALL, '', '19-8')).toBe('state:open and not milestone:19-8')
  expect(filterOf('milestone:19-7', '  ', '19-8')).toBe(
    'state:open and not milestone:19-8 and milestone:19-7',
  )
  expect(filterOf('finding:past-due', ' slow ', '19-8')).toBe(
    'state:open and not milestone:19-8 and finding:past-due and title:slow',
  )
})

test('whatever is typed is words and never a part of the question', () => {
  for (const typed of ['a or b', '"', ') or state:closed', 'not', '#12', 'a\\b', 'title:x']) {
    const read = parseCondition(filterOf(ALL, typed, '19-8'))
    expect(read, typed).toMatchObject({
      condition: { kind: 'all', of: [{}, {}, { kind: 'test', field: 'title', value: typed }] },
    })
  }
})
