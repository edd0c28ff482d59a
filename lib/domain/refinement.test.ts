import { expect, test } from 'vitest'
import { isRefined, refinementProgress, refinementTitle, turnOf, whyRefined } from './refinement.ts'

const open = { state: 'open', weight: null, split: false, spike: false } as const
const weighed = { ...open, weight: 0 }

test('a refinement issue is called after its ISO week', () => {
  expect(refinementTitle('2026-11-30')).toBe('Refinement, week 49')
  expect(refinementTitle('2026-12-28')).toBe('Refinement, week 53')
  expect(refinementTitle('2027-01-04')).toBe('Refinement, week 1')
  expect(refinementProgress(3, 5)).toBe('3 of 5 weighed')
})

test('a weight settles an issue, 0 as well; so do closing it, splitting it, and making it a spike', () => {
  expect(isRefined(open)).toBe(false)
  for (const one of [
    weighed,
    { ...open, state: 'closed' as const },
    { ...open, split: true },
    { ...open, spike: true },
  ])
    expect(isRefined(one)).toBe(true)
})

test('it closes when the last of its issues is settled, and an empty one never does', () => {
  expect(whyRefined([])).toBeNull()
  expect(whyRefined([weighed, open])).toBeNull()
  expect(whyRefined([weighed])).toBe('its issue has a weight')
  expect(whyRefined([weighed, weighed])).toBe('all 2 of its issues have a weight')
})

const standing = { state: 'open', issues: [weighed, open], newest: true, turned: null, undoes: null } as const
const byItself = { type: 'closed', cause: 7 } as const

test('it turns when its issues do', () => {
  expect(turnOf(standing)).toBeNull()
  expect(turnOf({ ...standing, issues: [weighed] })).toBe('close')
  expect(turnOf({ ...standing, state: 'closed', turned: byItself })).toBe('reopen')
  expect(turnOf({ ...standing, state: 'closed', turned: byItself, issues: [weighed] })).toBeNull()
})

test('what a person closed stays closed, and so does what is no longer the newest', () => {
  expect(turnOf({ ...standing, state: 'closed', turned: { type: 'closed', cause: null } })).toBeNull()
  expect(turnOf({ ...standing, state: 'closed', turned: byItself, newest: false })).toBeNull()
})

test('what an undone change had caused is turned back, whatever else is so', () => {
  expect(turnOf({ ...standing, state: 'closed', turned: byItself, newest: false, undoes: 7 })).toBe('reopen')
  expect(turnOf({ ...standing, turned: { type: 'reopened', cause: 7 }, undoes: 7 })).toBe('close')
  expect(
    turnOf({ ...standing, state: 'closed', turned: { type: 'reopened', cause: 7 }, undoes: 7 }),
  ).toBeNull()
})
