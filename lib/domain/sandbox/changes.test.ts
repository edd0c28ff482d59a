import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, eachDay } from '#lib/kit/plain-date.ts'

import { awayOn, type TimeOffDays } from '../time-off.ts'
import { daysWithout, entriesWithout } from './away.ts'
import {
  type SandboxChange,
  whyNotAdd,
  whyNotCandidate,
  whyNotCut,
  whyNotOpen,
  whyNotPick,
  whyNotWithin,
} from './changes.ts'
import { whyNotApply } from './rights.ts'
import { changeText } from './text.ts'

const away = (facts: Partial<TimeOffDays> = {}): TimeOffDays => ({
  fromOn: '2027-01-04',
  toOn: '2027-01-08',
  fromNoon: false,
  untilNoon: false,
  ...facts,
})
const focus: SandboxChange = { what: 'focus', value: 0.8 }

test('each thing is changed once', () => {
  const day: SandboxChange = { what: 'timeOff', person: 'cindy', ...away() }
  expect(whyNotAdd([], focus)).toBeNull()
  expect(whyNotAdd([focus], { what: 'focus', value: 0.5 })?.code).toBe('changed_already')
  expect(whyNotAdd([day], { ...day, person: 'julie' })).toBeNull()
  expect(whyNotAdd([day], { ...day })?.code).toBe('changed_already')
  expect(
    whyNotAdd([{ what: 'candidate', ref: 4, isIn: true }], { what: 'dri', ref: 4, person: 'julie' }),
  ).toBeNull()
  expect(
    whyNotAdd(
      Array.from({ length: 60 }, (): SandboxChange => focus),
      day,
    )?.code,
  ).toBe('sandbox_full')
})

test('days that do not touch the milestone, and issues that cannot come in or go, are refused in words', () => {
  const box = { title: '19.8', startOn: '2026-12-12', dueOn: '2027-01-15' }
  expect(whyNotWithin(away(), box)).toBeNull()
  expect(whyNotWithin(away({ fromOn: '2027-02-01', toOn: '2027-02-02' }), box)?.because).toBe(
    'These days are outside 19.8, 2026-12-12 to 2027-01-15.',
  )
  const issue = { ref: 4, isOpen: true, isWork: true, isCandidate: false }
  expect(whyNotCandidate(issue, true)).toBeNull()
  expect(whyNotCandidate(issue, false)?.because).toBe('#4 is no candidate.')
  expect(whyNotCandidate({ ...issue, isCandidate: true }, true)?.because).toBe('#4 is a candidate already.')
  expect(whyNotCandidate({ ...issue, isOpen: false }, true)?.code).toBe('closed')
  expect(whyNotCandidate({ ...issue, isWork: false }, true)?.code).toBe('no_work')
})

test('days are taken away from people who are away on them, and no other change is about the same days', () => {
  const cut: SandboxChange = { what: 'timeOffCut', person: 'cindy', ...away() }
  expect(whyNotCut(away(), { name: 'Cindy Halim', away: [away({ fromOn: '2027-01-08' })] })).toBeNull()
  expect(whyNotCut(away(), { name: 'Cindy Halim', away: [] })?.because).toBe(
    'Cindy Halim is not away on these days.',
  )
  const noon = away({ toOn: '2027-01-08', untilNoon: true })
  const evening = away({ fromOn: '2027-01-08', toOn: '2027-01-09', fromNoon: true })
  expect(whyNotCut(noon, { name: 'Cindy Halim', away: [evening] })?.code).toBe('not_away')
  const later = { fromOn: '2027-01-08', toOn: '2027-01-12' }
  expect(whyNotAdd([cut], { ...cut, ...later })?.code).toBe('changed_already')
  expect(whyNotAdd([cut], { ...cut, ...later, what: 'timeOff' })?.code).toBe('changed_already')
  expect(whyNotAdd([cut], { ...cut, ...later, person: 'julie' })).toBeNull()
  expect(whyNotAdd([cut], { ...cut, fromOn: '2027-01-11', toOn: '2027-01-12' })).toBeNull()
})

test('a candidate is picked once, and let out of the selection only from within', () => {
  const issue = { ref: 4, isOpen: true, isCandidate: true, isPicked: false }
  expect(whyNotPick(issue, true)).toBeNull()
  expect(whyNotPick(issue, false)?.because).toBe('#4 is no Deliverable.')
  expect(whyNotPick({ ...issue, isPicked: true }, true)?.because).toBe('#4 is a Deliverable already.')
  expect(whyNotPick({ ...issue, isPicked: true }, false)).toBeNull()
  expect(whyNotPick({ ...issue, isCandidate: false }, true)?.because).toBe('#4 is no candidate.')
  expect(whyNotPick({ ...issue, isOpen: false, isPicked: true }, false)?.code).toBe('closed')
  const pick: SandboxChange = { what: 'deliverable', ref: 4, isIn: true }
  expect(whyNotAdd([pick], { ...pick, isIn: false })?.code).toBe('changed_already')
  expect(whyNotAdd([pick], { what: 'candidate', ref: 4, isIn: false })).toBeNull()
})

test('what has ended says how', () => {
  expect(whyNotOpen({ title: 'Two weeks', state: 'open' })).toBeNull()
  expect(whyNotOpen({ title: 'Two weeks', state: 'applied' })?.because).toBe(
    '“Two weeks” was applied already.',
  )
  expect(whyNotOpen({ title: 'Two weeks', state: 'dropped' })?.because).toBe(
    '“Two weeks” was dropped. Start a new what-if.',
  )
})

test('each change asks for the right of doing it by hand', () => {
  const person = (handle: string, ...roles: ('em' | 'pm')[]) => ({ handle, roles, admin: false })
  const day: SandboxChange = { what: 'timeOff', person: 'jordan', ...away() }
  expect(whyNotApply(person('jordan', 'pm'), day)).toBeNull()
  expect(whyNotApply(person('jordan', 'pm'), { what: 'candidate', ref: 4, isIn: true })).toBeNull()
  expect(whyNotApply(person('jordan', 'pm'), { ...day, person: 'cindy' })?.because).toContain(
    'time off of others',
  )
  expect(whyNotApply(person('jordan', 'pm'), focus)?.because).toContain('overrides capacity')
  expect(whyNotApply(person('jordan', 'pm'), { what: 'dri', ref: 4, person: 'jordan' })?.because).toContain(
    'assigns',
  )
  expect(whyNotApply(person('jordan', 'pm'), { ...day, what: 'timeOffCut' })).toBeNull()
  expect(
    whyNotApply(person('jordan', 'pm'), { ...day, what: 'timeOffCut', person: 'cindy' })?.because,
  ).toContain('time off of others')
  expect(whyNotApply(person('jordan', 'pm'), { what: 'deliverable', ref: 4, isIn: true })?.because).toContain(
    'Deliverable',
  )
  for (const change of [day, focus]) expect(whyNotApply(person('mohamed', 'em'), change)).toBeNull()
})

test('each change has its words', () => {
  const [cindy, team] = [{ name: 'Cindy Halim' }, { name: 'Gateway Services' }]
  const says = (change: SandboxChange<typeof cindy, typeof team>) => changeText(change)
  expect(says({ what: 'timeOff', person: cindy, ...away({ untilNoon: true }) })).toBe(
    'Cindy Halim is away 4 – 8 Jan, until noon',
  )
  expect(
    says({ what: 'override', person: cindy, team: null, weekOn: '2027-01-02', term: 'timeOff', value: 1 }),
  ).toBe('Cindy Halim’s time off in the week of 2 Jan becomes 1 day')
  expect(says({ what: 'focus', value: 0.8 })).toBe('Focus becomes 0.8 for everyone without an override')
  expect(says({ what: 'candidate', ref: 4, isIn: true })).toBe('#4 becomes a candidate')
  expect(says({ what: 'candidate', ref: 4, isIn: false })).toBe('#4 stops being a candidate')
  expect(says({ what: 'dri', ref: 4, person: cindy })).toBe('Cindy Halim becomes the DRI of #4')
  expect(says({ what: 'timeOffCut', person: cindy, ...away({ fromNoon: true }) })).toBe(
    'Cindy Halim is not away 4 – 8 Jan, from noon',
  )
  expect(says({ what: 'deliverable', ref: 4, isIn: true })).toBe('#4 becomes a Deliverable')
  expect(says({ what: 'deliverable', ref: 4, isIn: false })).toBe('#4 stops being a Deliverable')
})

const someDays = fc
  .tuple(fc.nat(12), fc.nat(6), fc.boolean(), fc.boolean())
  .map(([from, length, fromNoon, untilNoon]) => {
    const fromOn = addDays('2027-01-04', from)
    return away({
      fromOn,
      toOn: addDays(fromOn, length),
      fromNoon,
      untilNoon: untilNoon && !(length === 0 && fromNoon),
    })
  })
const awayIn = (all: readonly TimeOffDays[], day: string) =>
  all.reduce((sum, one) => sum + awayOn(one, day), 0)
const JANUARY = eachDay('2027-01-01', '2027-01-31')

test('of days that are taken in part the rest is added: together they are all that was wanted, and no half day twice', () => {
  fc.assert(
    fc.property(someDays, fc.array(someDays, { maxLength: 3 }), (wanted, taken) => {
      const added = daysWithout(wanted, taken)
      for (const day of JANUARY) {
        expect(awayIn(added, day)).toBeLessThanOrEqual(awayOn(wanted, day))
        expect(Math.min(1, awayIn(added, day) + awayIn(taken, day))).toBeGreaterThanOrEqual(
          awayOn(wanted, day),
        )
      }
      if (taken.length === 0) expect(added).toEqual([wanted])
      expect(daysWithout(wanted, [...taken, ...added])).toEqual([])
    }),
  )
})

test('time off of which days are taken away is what is left and what went: together all of it, no half day twice', () => {
  fc.assert(
    fc.property(someDays, someDays, (entry, days) => {
      const kept = entriesWithout([entry], days)
      const went = daysWithout(entry, kept)
      expect(kept.length).toBeLessThanOrEqual(2)
      for (const day of JANUARY) {
        expect(awayIn(kept, day) + awayIn(went, day)).toBe(awayOn(entry, day))
        expect(awayIn(went, day)).toBeLessThanOrEqual(awayOn(days, day))
      }
      expect(daysWithout(days, went).every((left) => entriesWithout([entry], left).length === 1)).toBe(true)
      expect(entriesWithout(kept, days)).toEqual(kept)
    }),
  )
})

test('one day out of the middle leaves two entries, an end leaves one that is shorter, all of it leaves none', () => {
  const week = { ...away(), id: 7 }
  const day = (fromOn: string, toOn = fromOn) => away({ fromOn, toOn })
  expect(entriesWithout([week], day('2027-01-06'))).toEqual([
    { ...week, toOn: '2027-01-05' },
    { ...week, fromOn: '2027-01-07' },
  ])
  expect(entriesWithout([week], day('2027-01-07', '2027-01-20'))).toEqual([{ ...week, toOn: '2027-01-06' }])
  expect(entriesWithout([week], day('2027-01-01', '2027-01-20'))).toEqual([])
  expect(entriesWithout([week], day('2027-01-11'))).toEqual([week])
  expect(entriesWithout([week], { ...day('2027-01-04'), untilNoon: true })).toEqual([
    { ...week, fromNoon: true },
  ])
})
