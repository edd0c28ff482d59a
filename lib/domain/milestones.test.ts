import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays, weekday } from '#lib/kit/plain-date.ts'

import {
  compareTitles,
  currentOf,
  dayNumber,
  nextOf,
  proposeMilestone,
  proposalFor,
  proposeNext,
  shelfAlias,
  whyNotNewDays,
  whyNotOverlap,
  whyNotTitle,
  whyNotGoals,
} from './milestones.ts'
import type { Milestone } from './milestones.ts'
import { because } from './testing/because.ts'

const timebox = (title: string, startOn: string, dueOn: string): Milestone => ({
  id: title,
  title,
  kind: 'timebox',
  shelf: null,
  startOn,
  dueOn,
  closedAt: null,
})
const backlog: Milestone = {
  id: 'backlog',
  title: 'Backlog',
  kind: 'shelf',
  shelf: 'backlog',
  startOn: null,
  dueOn: null,
  closedAt: null,
}

const november = timebox('18.6', '2025-10-11', '2025-11-14')
const december = timebox('18.7', '2025-11-15', '2025-12-12')
const january = timebox('18.8', '2025-12-13', '2026-01-09')
const all = [backlog, january, november, december]

describe('titles', () => {
  test('sort by their numbers: 18.10 comes after 18.9', () => {
    const titles = ['18.10', '9.5', '18.9', '18.1', 'Backlog', '18.11', '19.0']
    expect(titles.toSorted(compareTitles)).toEqual([
      '9.5',
      '18.1',
      '18.9',
      '18.10',
      '18.11',
      '19.0',
      'Backlog',
    ])
  })

  test('always have one order, whatever they are', () => {
    const title = fc.string({ unit: fc.constantFrom(...'0019.aZ '), maxLength: 8 })
    fc.assert(
      fc.property(title, title, title, (a, b, c) => {
        expect(Math.sign(compareTitles(a, b))).toBe(0 - Math.sign(compareTitles(b, a)))
        expect(compareTitles(a, b) === 0).toBe(a === b)
        if (compareTitles(a, b) <= 0 && compareTitles(b, c) <= 0)
          expect(compareTitles(a, c)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('current and next', () => {
  test('the current milestone contains today, its first and last day included', () => {
    expect(currentOf(all, '2025-11-15')).toBe(december)
    expect(currentOf(all, '2025-12-12')).toBe(december)
    expect(currentOf(all, '2025-11-14')).toBe(november)
    expect(currentOf(all, '2026-01-10')).toBeNull()
  })

  test('the next milestone is the first that starts after today', () => {
    expect(nextOf(all, '2025-11-14')).toBe(december)
    expect(nextOf(all, '2025-11-15')).toBe(january)
    expect(nextOf(all, '2025-12-13')).toBeNull()
  })

  test('a shelf is never current nor next', () => {
    expect(currentOf([backlog], '2025-11-15')).toBeNull()
    expect(nextOf([backlog], '2025-11-15')).toBeNull()
  })
})

test('shelves are known by the names that groups give them', () => {
  expect(shelfAlias('Next 1-3 Milestones')).toBe('next-1-3')
  expect(shelfAlias('Next 1–3 releases')).toBe('next-1-3')
  expect(shelfAlias('Next 4-6 releases')).toBe('next-4-6')
  expect(shelfAlias('  backlog ')).toBe('backlog')
  expect(shelfAlias('Awaiting Customer Feedback')).toBe('awaiting-feedback')
  expect(shelfAlias('Awaiting further demand')).toBe('awaiting-feedback')
  expect(shelfAlias('18.7')).toBeNull()
})

describe('proposed days', () => {
  test.each([
    [2023, 12, '2023-11-11', '2023-12-15', '2023-12-21'],
    [2024, 3, '2024-02-10', '2024-03-15', '2024-03-21'],
    [2024, 5, '2024-04-13', '2024-05-10', '2024-05-16'],
    [2025, 1, '2024-12-14', '2025-01-10', '2025-01-16'],
    [2025, 5, '2025-04-12', '2025-05-09', '2025-05-15'],
    [2025, 8, '2025-07-12', '2025-08-15', '2025-08-21'],
    [2025, 12, '2025-11-15', '2025-12-12', '2025-12-18'],
    [2026, 3, '2026-02-14', '2026-03-13', '2026-03-19'],
    [2026, 11, '2026-10-10', '2026-11-13', '2026-11-19'],
    [2027, 1, '2026-12-12', '2027-01-15', '2027-01-21'],
    [2028, 4, '2028-03-11', '2028-04-14', '2028-04-20'],
  ])('the milestone released in %i-%i', (year, month, startOn, dueOn, releaseOn) => {
    expect(proposeMilestone(year, month)).toEqual({ startOn, dueOn, releaseOn })
  })

  test('follow each other without a gap, Saturday to Friday, year after year', () => {
    let previous = { title: '16.7', dueOn: '2023-12-15' }
    for (let i = 0; i < 600; i += 1) {
      const next = proposeNext(previous)
      expect(next.startOn).toBe(addDays(previous.dueOn, 1))
      expect([weekday(next.startOn), weekday(next.dueOn), weekday(next.releaseOn)]).toEqual([6, 5, 4])
      expect(
        proposeMilestone(Number(next.releaseOn.slice(0, 4)), Number(next.releaseOn.slice(5, 7))),
      ).toEqual({
        startOn: next.startOn,
        dueOn: next.dueOn,
        releaseOn: next.releaseOn,
      })
      previous = next
    }
  })

  test.each([
    ['18.6', '2025-11-14', '18.7', '2025-12-12'],
    ['18.9', '2026-02-13', '18.10', '2026-03-13'],
    ['18.11', '2026-04-10', '19.0', '2026-05-15'],
    ['Sprint 12 (short)', '2026-04-10', 'Sprint 13 (short)', '2026-05-15'],
    ['Spring', '2026-04-10', '', '2026-05-15'],
  ])('after %s comes the next number', (title, dueOn, nextTitle, nextDue) => {
    expect(proposeNext({ title, dueOn })).toMatchObject({ title: nextTitle, dueOn: nextDue })
  })

  test('after a milestone of unusual days the next starts the day after, and lasts two weeks or more', () => {
    expect(proposeNext({ title: '18.6', dueOn: '2025-12-10' })).toMatchObject({
      startOn: '2025-12-11',
      dueOn: '2026-01-09',
    })
  })
})

describe('overlap', () => {
  test('days that follow each other do not overlap, days that share one do', () => {
    expect(whyNotOverlap([november], { startOn: '2025-11-15', dueOn: '2025-12-12' })).toBeNull()
    expect(whyNotOverlap(all, { startOn: '2026-01-10', dueOn: '2026-02-13' })).toBeNull()
    expect(whyNotOverlap(all, { startOn: '2026-01-09', dueOn: '2026-02-13' })?.because).toBe(
      '18.8 runs from 2025-12-13 to 2026-01-09. Choose other dates.',
    )
  })

  test('a milestone does not overlap itself while its days are changed', () => {
    expect(whyNotOverlap([december], { id: '18.7', startOn: '2025-11-15', dueOn: '2025-12-13' })).toBeNull()
  })

  test('a milestone does not end before it starts', () => {
    expect(whyNotOverlap([], { startOn: '2026-01-09', dueOn: '2026-01-08' })?.code).toBe('ends_before_start')
  })
})

test('days are numbered from the first to the last', () => {
  expect(dayNumber(december, '2025-11-15')).toEqual({ day: 1, of: 28 })
  expect(dayNumber(december, '2025-12-12')).toEqual({ day: 28, of: 28 })
  expect(dayNumber(december, '2025-11-01')).toEqual({ day: 0, of: 28 })
  expect(dayNumber(december, '2026-02-01')).toEqual({ day: 28, of: 28 })
  expect(dayNumber(backlog, '2026-02-01')).toBeNull()
})

describe('a proposal', () => {
  test('follows the latest timebox, in whatever order they are listed', () => {
    const expected = { title: '18.9', startOn: '2026-01-10', dueOn: '2026-02-13' }
    expect(proposalFor(all, '2025-11-20')).toMatchObject(expected)
    expect(proposalFor(all.toReversed(), '2025-11-20')).toMatchObject(expected)
  })

  test('for a group without any lies around today, or after it where less than two weeks are left', () => {
    expect(proposalFor([backlog], '2025-11-20')).toMatchObject({
      title: '',
      startOn: '2025-11-15',
      dueOn: '2025-12-12',
    })
    expect(proposalFor([], '2025-12-08')).toMatchObject({ startOn: '2025-12-13', dueOn: '2026-01-09' })
  })

  test('can always be created as it is, whatever day it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 5 }), (offset, before) => {
        const today = addDays('2024-01-01', offset)
        const list: Milestone[] = []
        for (let at = 0; at <= before; at += 1) {
          const { startOn, dueOn } = proposalFor(list, today)
          expect(whyNotOverlap(list, { startOn, dueOn })).toBeNull()
          list.push(timebox(`${at}`, startOn, dueOn))
        }
        expect(list.every(({ startOn, dueOn }) => (startOn ?? '') < (dueOn ?? ''))).toBe(true)
      }),
    )
  })
})

describe('a title', () => {
  const shelf = { id: 'shelf', shelf: 'next-1-3' as const }

  test('belongs to one milestone, which may keep it', () => {
    expect(whyNotTitle(all, '18.7', null)?.because).toBe('A milestone “18.7” already exists.')
    expect(whyNotTitle(all, '18.7', december)).toBeNull()
    expect(whyNotTitle(all, '18．７', null)?.because, 'of the same look').toBe(
      'A milestone “18.7” already exists.',
    )
    expect(whyNotTitle(all, '18.10', december)).toBeNull()
  })

  test('that names a shelf is left to that shelf, under any of its names', () => {
    expect(whyNotTitle(all, 'Next 1-3 releases', null)?.code).toBe('title_of_shelf')
    expect(whyNotTitle(all, 'Next 1-3 releases', shelf)).toBeNull()
    expect(whyNotTitle(all, 'Next 4-6 releases', shelf)?.code).toBe('title_of_shelf')
  })
})

test('the days of a shelf, and of a milestone that has ended or is closed, cannot be changed', () => {
  expect(whyNotNewDays(december, false)).toBeNull()
  expect(whyNotNewDays(december, true)?.because).toBe('18.7 has ended. Its dates no longer change.')
  expect(whyNotNewDays(backlog, false)?.because).toBe('Backlog is a shelf. Shelves have no dates.')
  expect(whyNotNewDays({ ...december, closedAt: '2025-12-12T18:00:00Z' }, true)?.because).toBe(
    '18.7 is closed. Its dates no longer change.',
  )
})

describe('what is refused of a milestone', () => {
  test('goals and days that no longer change name the milestone', () => {
    const goals = { title: '18.8', shelf: null, closed: false }
    expect(whyNotGoals(goals)).toBeNull()
    expect(because(whyNotGoals({ ...goals, closed: true }))).toBe(
      '18.8 is closed. Its goals no longer change.',
    )
    expect(because(whyNotGoals({ title: 'Backlog', shelf: 'backlog', closed: false }))).toBe(
      'Backlog is a shelf. Shelves have no goals.',
    )
    expect(because(whyNotNewDays(backlog, false))).toBe('Backlog is a shelf. Shelves have no dates.')
    expect(because(whyNotNewDays(january, true))).toBe('18.8 has ended. Its dates no longer change.')
  })

  test('days in the wrong order, and a title that other groups know a shelf by, are refused', () => {
    expect(because(whyNotOverlap([], { startOn: '2026-01-10', dueOn: '2026-01-09' }))).toBe(
      'The end date must be on or after the start date.',
    )
    expect(because(whyNotTitle(all, 'Next 1–3 releases', null))).toBe(
      '“Next 1–3 releases” is the name of a shelf. Choose another title.',
    )
    expect(whyNotTitle(all, 'backlog', backlog), 'a shelf keeps its own').toBeNull()
  })
})
