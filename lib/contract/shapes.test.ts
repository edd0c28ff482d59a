import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import type { z } from 'zod'

import * as shapes from './shapes.ts'
import { listWorkingTimes, setWorkingTime } from './working-times.ts'

/** What a person is told of a value that does not fit; null for one that does. */
const why = (shape: z.ZodType, value: unknown): string | null => {
  const read = shape.safeParse(value)
  return read.success ? null : (read.error.issues[0]?.message ?? '')
}
const fits = (shape: z.ZodType, values: readonly unknown[]) =>
  values.map((value) => why(shape, value) === null)

test('a text has a bound, and holds nothing that the database could not keep', () => {
  expect(why(shapes.text(3), 'abc')).toBeNull()
  expect(why(shapes.text(3), 'abcd')).toBe('At most 3 characters.')
  expect(why(shapes.text(9), 'a\0b')).toBe('Cannot contain the character NUL.')
  expect(why(shapes.text(9), 'a\ud83d')).toBe('Cannot contain half a character (a lone surrogate).')
  expect(shapes.text(9).parse(' a \n'), 'a text stays as it was written').toBe(' a \n')
})

test('a title can be seen, and loses the spaces round it', () => {
  expect(shapes.line(20).parse('  Slow list ')).toBe('Slow list')
  expect(why(shapes.line(20), ' ')).toBe('Cannot be empty.')
  expect(why(shapes.line(20), '\u200b\u200d')).toBe('Needs at least one visible character.')
  expect(shapes.lineOrNone(20).parse(' ')).toBe('')
  expect(why(shapes.lineOrNone(20), '\u200b')).toBe('Needs at least one visible character.')
})

test('no title that is taken is empty, or longer than was said', () => {
  assert(
    property(
      string({ unit: constantFrom('a', ' ', '\u200b', '🦊', '\0', '\ud83d', '\n'), maxLength: 14 }),
      (title) => {
        const read = shapes.line(10).safeParse(title)
        if (!read.success) return
        expect(read.data.trim()).toBe(read.data)
        expect(read.data).not.toBe('')
        expect([...read.data].length, 'whatever takes two units is one character').toBeLessThanOrEqual(10)
      },
    ),
  )
})

test('names in addresses are small letters, digits and what joins them', () => {
  expect(fits(shapes.slug, ['custom-models', '19.7', 'a', '1_b'])).toEqual([true, true, true, true])
  expect(fits(shapes.slug, ['', '-a', 'Custom', 'a b', 'a/b', 'a'.repeat(81)])).not.toContain(true)
  expect(fits(shapes.handle, ['julie', 'Julie.H', 'j-1'])).toEqual([true, true, true])
  expect(why(shapes.handle, 'julie huang')).toBe('A handle, such as “julie”.')
})

test('the number of an issue comes as text or as a number, and is one that a column can hold', () => {
  expect([shapes.issueRef.parse('12'), shapes.issueRef.parse(12)]).toEqual([12, 12])
  expect(fits(shapes.issueRef, ['0', '-1', '1.5', 'abc', '', 2_147_483_648])).not.toContain(true)
  expect(fits(shapes.number, [1, 2_147_483_647])).toEqual([true, true])
  expect(fits(shapes.number, ['1', 0, 1.5])).not.toContain(true)
})

test('a subject is an issue or an epic, a week is one of its calendar', () => {
  expect(fits(shapes.subjectParam, ['issue-12', 'epic-3'])).toEqual([true, true])
  expect(why(shapes.subjectParam, 'team-3')).toBe('An issue or an epic, such as issue-12 or epic-3.')
  expect(
    fits(shapes.weekParam, ['2026-W49', '2026-W53', '2025-W53', '2026-W00', '1900-W01', '2026-49']),
  ).toEqual([true, true, false, false, false, false])
})

test('a day is one that there is, and is named where it is none', () => {
  expect(why(shapes.day, '2028-02-29')).toBeNull()
  expect(why(shapes.day, '2026-02-29')).toBe('There is no date 2026-02-29.')
  expect(why(shapes.day, '2200-01-01')).toBe('Dates must be between 1970-01-01 and 2199-12-31.')
  expect(why(shapes.day, '1.2.2026')).toBe('A day, as YYYY-MM-DD.')
  expect(fits(shapes.timeOfDay, ['00:00', '23:59', '24:00', '9:00', '15:60'])).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

test('a moment of the past is a day or an instant that says its zone', () => {
  const moments = ['2026-01-05', '2026-01-05T09:30Z', '2026-01-05T09:30:00.123456+05:30']
  expect(fits(shapes.moment, moments)).toEqual([true, true, true])
  expect(why(shapes.moment, '2026-01-05T09:30:00')).toBe(
    'A day, as YYYY-MM-DD, or an instant, as 2026-01-05T09:30:00Z.',
  )
  expect(why(shapes.moment, '2026-02-30T09:30:00Z')).toBe('There is no date 2026-02-30.')
  expect(why(shapes.moment, '2026-01-05T25:00:00Z')).toBe('Not a time of day.')
})

test('lists of labels are written with commas, so that no title holds one', () => {
  expect(why(shapes.labelTitle, 'workflow::in dev')).toBeNull()
  expect(why(shapes.labelTitle, 'bug, small')).toBe('A label’s title cannot contain a comma.')
})

test('one value of a query is a list of one', () => {
  const labels = shapes.many(shapes.slug)
  expect([labels.parse('a'), labels.parse(['a', 'b'])]).toEqual([['a'], ['a', 'b']])
})

test('a cursor is what a page gave, and a page has two hundred at most', () => {
  expect(fits(shapes.cursor, ['1', '123456789012345'])).toEqual([true, true])
  for (const slip of ['0', '', '-1', '1.5', 'next', '1234567890123456'])
    expect(why(shapes.cursor, slip)).toBe('Not a cursor. Use `next` of the previous page.')
  expect(fits(shapes.pageSize, ['1', 200, '0', 201])).toEqual([true, true, false, false])
})

test('a working week has seven days of half days, and a country two letters or none', () => {
  const input = { group: 'models', person: 'julie', from: '2026-01-05', week: [2, 2, 2, 2, 1, 0, 0] }
  const set = (more: object) => why(setWorkingTime.input, { ...input, ...more })
  expect([set({}), set({ country: 'DE', region: 'BY' }), set({ country: '' })]).toEqual([null, null, null])
  expect(set({ week: [2, 2, 2, 2, 2] })).toBe('Seven days.')
  expect(set({ week: [2, 2, 2, 2, 1.5, 0, 0] })).toBe('Whole half days only.')
  expect(set({ week: [3, 0, 0, 0, 0, 0, 0] })).not.toBeNull()
  expect(set({ country: 'de' })).toBe('A country, such as “DE”.')
  expect(set({ region: 'B/Y' })).toBe('A region, such as “BY”.')
})

test('holidays are asked for over so many days at most, and each field is judged by itself', () => {
  const list = (from?: string, to?: string) => why(listWorkingTimes.input, { group: 'models', from, to })
  expect([
    list(),
    list('2026-01-01'),
    list('2026-01-01', '2026-01-01'),
    list('2026-01-01', '2027-02-04'),
  ]).toEqual([null, null, null, null])
  expect(list('2026-01-01', '2027-02-05')).toBe('At most 400 days, the first one first.')
  expect(list('2026-01-02', '2026-01-01')).toBe('At most 400 days, the first one first.')
  expect(list('2026-02-30', '2026-01-01'), 'what is no day is said of its own field').toBe(
    'There is no date 2026-02-30.',
  )
})
