import { expect, test } from 'vitest'

import { grounded } from './condition-names.ts'
import { parseCondition } from './condition-parser.ts'
import { printCondition } from './conditions.ts'

const asker = { me: 'julie', current: '18.8', next: null, today: '2026-01-07' }

const means = (text: string) => {
  const parsed = parseCondition(text)
  return 'condition' in parsed ? printCondition(grounded(parsed.condition, asker)) : parsed.refusal.because
}

test('“me” is the person who asks, for every person of an issue, and no person where a program asks', () => {
  expect(means('dri:me or assignee:me or author:me or person:me')).toBe(
    'dri:julie or assignee:julie or author:julie or person:julie',
  )
  expect(means('team:me')).toBe('team:me')
  expect(grounded({ kind: 'test', field: 'dri', op: ':', value: 'me' }, { ...asker, me: null })).toEqual({
    kind: 'any',
    of: [],
  })
})

test('“current” and “next” are the milestones of the day; a group without a next one finds nothing in it', () => {
  expect(means('milestone:current')).toBe('milestone:18.8')
  expect(means('milestone:next')).toBe('')
})

test('“any” is what is not none', () => {
  expect(means('weight:any')).toBe('not weight:none')
  expect(means('label:any')).toBe('label:any')
  expect(means('state:any')).toMatch('“state” is one of open, closed.')
})

test('days are counted from today, a due date ahead, an age back', () => {
  expect(means('due<7d')).toBe('due<2026-01-14')
  expect(means('due<today')).toBe('due<2026-01-07')
  expect(means('due:tomorrow')).toBe('due:2026-01-08')
  expect(means('created>-30d')).toBe('created>2025-12-08')
  expect(means('updated>=yesterday')).toBe('updated>=2026-01-06')
  expect(means('updated>7d')).toBe('updated>7d')
})
