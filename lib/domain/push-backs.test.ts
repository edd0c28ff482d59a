import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#lib/kit/plain-date.ts'
import { PUSH_BACK_STATES, type PushBackState } from './push-back-terms.ts'
import {
  comesBack,
  isToDecide,
  parseWork,
  revisitAfter,
  type Standing,
  whyNotDecide,
  whyNotMoveWith,
  whyNotRaise,
} from './push-backs.ts'
import { because } from './testing/because.ts'

const today = '2026-11-30'
const day = fc.integer({ min: -400, max: 400 }).map((by) => addDays(today, by))
const standing = fc.record({
  state: fc.constantFrom(...PUSH_BACK_STATES),
  revisitOn: fc.option(day, { nil: null }),
  version: fc.integer({ min: 1, max: 5 }),
  decidedBy: fc.constantFrom('Mohamed Hamda', null),
})
const deciding = fc.record({
  decision: fc.constantFrom('accepted' as const, 'declined' as const, 'deferred' as const),
  revisitOn: fc.option(day, { nil: null }),
  seen: fc.integer({ min: 1, max: 5 }),
})

test('work is named by a number, a milestone by its address, and nothing else is work', () => {
  expect(parseWork('issue-12')).toEqual({ kind: 'issue', ref: 12 })
  expect(parseWork('epic-3')).toEqual({ kind: 'epic', ref: 3 })
  expect(parseWork('milestone-19.7')).toEqual({ kind: 'milestone', slug: '19.7' })
  for (const odd of ['', 'issue-', 'issue-0', 'milestone-', 'milestone-A b', 'team-3', '12'])
    expect(parseWork(odd), odd).toBeNull()
})

test('a push-back comes with a reason, is about work that is planned, and is looked at again on a day to come', () => {
  const raise = { reason: 'Too early.', revisitOn: null, today, open: true, name: '#12' }
  expect(whyNotRaise(raise)).toBeNull()
  expect(whyNotRaise({ ...raise, revisitOn: '2026-12-01' })).toBeNull()
  expect(whyNotRaise({ ...raise, reason: ' \n' })?.because).toBe('Write the reason of the push-back.')
  expect(whyNotRaise({ ...raise, open: false })?.because).toContain('#12 is closed.')
  expect(whyNotRaise({ ...raise, revisitOn: today })?.code).toBe('day_over')
})

test('what is decided is decided until its day comes; what waits is decided by a person who has read the last word', () => {
  fc.assert(
    fc.property(standing, deciding, (one: Standing, given) => {
      const refusal = whyNotDecide(one, { ...given, today })
      const waits = isToDecide(one, today)
      const isLast = given.seen === one.version
      const isDay = given.revisitOn === null ? given.decision !== 'deferred' : given.revisitOn > today
      expect(refusal === null).toBe(waits && isLast && isDay)
      if (!waits || !isLast) expect(refusal?.code).toBe('decided')
    }),
  )
})

test('the person who comes second reads who was faster', () => {
  const one: Standing = { state: 'accepted', revisitOn: null, version: 7, decidedBy: 'Mohamed Hamda' }
  const second = { decision: 'declined' as const, revisitOn: null, seen: 4, today }
  expect(whyNotDecide(one, second)?.because).toBe('Mohamed Hamda already accepted this push-back.')
  const put = { ...one, state: 'deferred' as const, revisitOn: '2026-12-04' }
  expect(whyNotDecide(put, second)?.because).toContain('Mohamed Hamda already deferred this push-back.')
})

test('of any state, what is put off or due waits for a decision, and the rest does not', () => {
  const waiting = (state: PushBackState, revisitOn: string | null) => isToDecide({ state, revisitOn }, today)
  expect(PUSH_BACK_STATES.filter((state) => waiting(state, null))).toEqual(['open', 'deferred'])
  expect(PUSH_BACK_STATES.filter((state) => waiting(state, today))).toEqual([...PUSH_BACK_STATES])
  expect(PUSH_BACK_STATES.filter((state) => waiting(state, '2026-12-01'))).toEqual(['open', 'deferred'])
})

test('its day stays while it lies ahead and no other one is chosen', () => {
  expect(revisitAfter(undefined, '2026-12-04', today)).toBe('2026-12-04')
  expect(revisitAfter(undefined, today, today)).toBeNull()
  expect(revisitAfter(null, '2026-12-04', today)).toBeNull()
  expect(revisitAfter('2027-01-04', '2026-12-04', today)).toBe('2027-01-04')
})

test('an issue is moved with the word that accepts, and nothing else is', () => {
  expect(whyNotMoveWith('accepted', 'issue')).toBeNull()
  expect(whyNotMoveWith('declined', 'issue')?.code).toBe('not_accepted')
  expect(whyNotMoveWith('accepted', 'epic')?.code).toBe('no_issue')
})

test('it comes back in the morning of its day, and stays until it is looked at', () => {
  expect(comesBack(null, { today, time: '09:00' })).toBe(false)
  expect(comesBack(today, { today, time: '07:59' })).toBe(false)
  expect(comesBack(today, { today, time: '08:00' })).toBe(true)
  expect(comesBack('2026-11-29', { today, time: '00:00' })).toBe(true)
  expect(comesBack('2026-12-01', { today, time: '23:59' })).toBe(false)
})

test('a refused push-back says what it is about, and which day would do', () => {
  const raise = { reason: 'Too early.', revisitOn: null, today, open: true, name: '#12' }
  expect(because(whyNotRaise({ ...raise, open: false }))).toBe(
    '#12 is closed. Push back on work that is still planned.',
  )
  expect(because(whyNotRaise({ ...raise, revisitOn: today }))).toBe(
    'Choose a day after today to look at it again.',
  )
  const open: Standing = { state: 'open', revisitOn: null, version: 1, decidedBy: null }
  const put = { decision: 'deferred' as const, revisitOn: null, seen: 1, today }
  expect(because(whyNotDecide(open, put))).toBe('Choose the day on which to look at it again.')
  expect(whyNotDecide(open, { ...put, revisitOn: '2026-12-01' })).toBeNull()
})

test('a person who decides second reads the word of the first, by name where it is known', () => {
  const decision = { decision: 'accepted' as const, revisitOn: null, seen: 1, today }
  const decided: Standing = { state: 'declined', revisitOn: null, version: 2, decidedBy: 'Mohamed Hamda' }
  expect(because(whyNotDecide(decided, decision))).toBe('Mohamed Hamda already declined this push-back.')
  const reopened: Standing = { ...decided, state: 'open', decidedBy: null }
  expect(because(whyNotDecide(reopened, decision))).toBe(
    'Another person already reopened this push-back. Read it again before you decide.',
  )
})

test('only an issue moves, and only with the word that accepts', () => {
  expect(whyNotMoveWith('accepted', 'issue')).toBeNull()
  expect(because(whyNotMoveWith('declined', 'issue'))).toBe('Accept the push-back to move the issue with it.')
  for (const kind of ['epic', 'milestone'] as const) {
    expect(because(whyNotMoveWith('accepted', kind))).toBe('Only an issue can be moved with the decision.')
  }
})
