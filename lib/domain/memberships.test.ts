import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { addDays } from '#lib/kit/plain-date.ts'

import { mostGiven, whyNotMember } from './memberships.ts'
import type { Span } from './memberships.ts'
import { because } from './testing/because.ts'

const span = (stated: Partial<Span>): Span => ({
  team: 'a',
  percent: 50,
  from: '2026-01-01',
  to: null,
  ...stated,
})
const join = (held: Span[], next: Span) => whyNotMember({ name: 'Manoj M J', held, next })

test('a staff engineer is main in one team and supports two, up to all of their time', () => {
  const held = [span({ team: 'a', percent: 60 }), span({ team: 'b', percent: 20 })]
  expect(join(held, span({ team: 'c', percent: 20 }))).toBeNull()
  expect(join(held, span({ team: 'c', percent: 21 }))?.because).toBe(
    'Manoj M J gives 80 % of their time already: 20 % are left.',
  )
})

test('what has ended the day before leaves its share free, what begins later takes it', () => {
  const ended = span({ percent: 100, to: '2026-03-31' })
  expect(join([ended], span({ team: 'b', percent: 100, from: '2026-04-01' }))).toBeNull()
  expect(join([ended], span({ team: 'b', percent: 1, from: '2026-03-31' }))?.code).toBe('more_than_all')
  const coming = span({ percent: 100, from: '2026-06-01' })
  expect(join([coming], span({ team: 'b', percent: 100, to: '2026-05-31' }))).toBeNull()
  expect(join([coming], span({ team: 'b', percent: 1 }))?.code).toBe('more_than_all')
})

test('no person is in one team twice at once, and no membership ends before it begins', () => {
  expect(join([span({ percent: 10 })], span({ percent: 10, from: '2026-05-01' }))?.code).toBe(
    'member_already',
  )
  expect(join([], span({ to: '2025-12-31' }))?.code).toBe('ends_before')
})

const day = fc.nat({ max: 40 }).map((days) => addDays('2026-01-01', days))
const spans = fc.record({
  team: fc.constantFrom('a', 'b', 'c'),
  percent: fc.nat({ max: 100 }),
  from: day,
  to: fc.option(day),
})

test('when people join in whatever order, on no day do the shares add up to more than all', () => {
  fc.assert(
    fc.property(fc.array(spans, { maxLength: 12 }), (terms) => {
      const held: Span[] = []
      for (const term of terms) if (!join(held, term)) held.push(term)
      for (let at = 0; at <= 45; at += 1) {
        const today = addDays('2026-01-01', at)
        expect(mostGiven(held, { from: today, to: today })).toBeLessThanOrEqual(100)
      }
    }),
  )
})

test('the most that is given is the largest sum of any day, counted day by day', () => {
  fc.assert(
    fc.property(fc.array(spans, { maxLength: 8 }), day, fc.nat({ max: 30 }), (held, from, length) => {
      const days = Array.from({ length: length + 1 }, (_, at) => addDays(from, at))
      const sums = days.map((today) =>
        held.reduce((sum, one) => sum + (one.from <= today && (one.to ?? '9') >= today ? one.percent : 0), 0),
      )
      expect(mostGiven(held, { from, to: days.at(-1) ?? from })).toBe(Math.max(...sums))
    }),
  )
})

test('a refused membership says what there is already, and what is left of the time', () => {
  expect(because(join([span({})], span({ from: '2026-05-01' })))).toBe(
    'Manoj M J is already in this team on these days. Change that membership instead.',
  )
  expect(because(join([], span({ to: '2025-12-31' })))).toBe(
    'The last day must be on or after the first day.',
  )
  expect(because(join([span({ percent: 99 })], span({ team: 'b' })))).toBe(
    'Manoj M J gives 99 % of their time already: 1 % is left.',
  )
  expect(because(join([span({ percent: 100 })], span({ team: 'b' })))).toBe(
    'Manoj M J gives 100 % of their time already: 0 % are left.',
  )
})
