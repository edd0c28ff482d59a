import { array, assert, integer, option, property, record } from 'fast-check'
import { expect, test } from 'vitest'

import type { TimeOffData } from '../events/time-off.ts'
import type { AnyEvent } from '../events.ts'
import { type Happened, stillSo, touchesChange, touchesPlan } from './meanwhile.ts'

const box = { id: '7', startOn: '2026-12-12', dueOn: '2027-01-15' }
const [julie, cindy] = [
  { id: 'julie', name: 'Julie Huang' },
  { id: 'cindy', name: 'Cindy Halim' },
]
const selection = { id: '1', name: 'Model Selection' }
const milestone = { id: '7', title: '19.8' }
const deliverable = { id: '9', title: 'Deliverable', meaning: 'deliverable' }

const of = (event: AnyEvent, issue: number | null = null): Happened => ({ ...event, issue })
const days = (fromOn: string, toOn = fromOn): TimeOffData => ({
  fromOn,
  toOn,
  fromNoon: false,
  untilNoon: false,
  details: 1,
})
const timeOff = (fromOn: string, toOn = fromOn, person = julie) =>
  of({
    type: 'time_off.added',
    data: { id: 1, person, own: true, reopened: [], ...days(fromOn, toOn) },
  })
const override = (facts: object = {}) =>
  of({
    type: 'capacity.overridden',
    data: {
      milestone,
      person: julie,
      team: null,
      weekOn: null,
      term: 'timeOff',
      from: null,
      to: { value: 3, reason: 'Parental leave' },
      ...facts,
    },
  })
const labels = (added: (typeof deliverable)[], issue = 12) =>
  of({ type: 'issue.labels_changed', data: { added, removed: [] } }, issue)
const touches = (event: Happened) => touchesPlan(event, box, new Set([12]))

test('time off changes the plan of a milestone that it touches, by its first or its last day', () => {
  expect(touches(timeOff('2026-12-01', '2026-12-11'))).toBe(false)
  expect(touches(timeOff('2026-12-01', '2026-12-12'))).toBe(true)
  expect(touches(timeOff('2027-01-15'))).toBe(true)
  expect(touches(timeOff('2027-01-16'))).toBe(false)
})

test('time off that was moved out of the milestone changes it, as one that was moved in', () => {
  const edited = (from: string, to: string) =>
    of({
      type: 'time_off.edited',
      data: { id: 1, person: julie, own: true, reopened: [], from: days(from), to: days(to) },
    })
  expect(touches(edited('2026-12-14', '2027-02-01'))).toBe(true)
  expect(touches(edited('2027-02-01', '2026-12-14'))).toBe(true)
  expect(touches(edited('2027-02-01', '2027-02-02'))).toBe(false)
})

test('an override is of one milestone, a day off and a duty of those that they lie in', () => {
  expect(touches(override())).toBe(true)
  expect(touches(override({ milestone: { id: '8', title: '19.9' } }))).toBe(false)
  const dayOff = (day: string) => of({ type: 'day_off.added', data: { day, name: 'Summit' } })
  expect([touches(dayOff('2026-12-12')), touches(dayOff('2026-12-11'))]).toEqual([true, false])
  const duty = (weekOn: string) =>
    of({ type: 'duty.set', data: { team: selection, weekOn, from: null, to: julie } })
  expect(['2026-11-30', '2026-12-07', '2027-01-11', '2027-01-18'].map((week) => touches(duty(week)))).toEqual(
    [false, true, true, false],
  )
})

test('of the settings of a group those count with which capacity is computed', () => {
  const group = (to: object) => of({ type: 'group.changed', data: { changed: [], from: {}, to } })
  expect(touches(group({ focusFactor: 0.8 }))).toBe(true)
  expect(touches(group({ country: 'DE' }))).toBe(true)
  expect(touches(group({ vision: 'All models.' }))).toBe(false)
})

test('an issue counts that is a candidate, or that came or went; of others nothing does', () => {
  const weighed = (issue: number) => of({ type: 'issue.weighed', data: { from: 1, to: 3 } }, issue)
  expect([touches(weighed(12)), touches(weighed(13))]).toEqual([true, false])
  const planned = (from: string | null, to: string | null) => {
    const ref = (id: string | null) => id && { id, title: id }
    return of({ type: 'issue.milestone_set', data: { from: ref(from) || null, to: ref(to) || null } }, 13)
  }
  expect(touches(planned('7', '8')), 'it left').toBe(true)
  expect(touches(planned(null, '7')), 'it came').toBe(true)
  expect(touches(planned('8', '9'))).toBe(false)
})

test('of labels Deliverable alone selects work for a milestone', () => {
  expect(touches(labels([deliverable]))).toBe(true)
  expect(touches(labels([{ id: '2', title: 'type::bug', meaning: 'type.bug' }]))).toBe(false)
  expect(touches(labels([deliverable], 13)), 'of an issue that is no candidate').toBe(false)
})

test('a change of the very days of a person meets the what-if about them', () => {
  const change = {
    what: 'timeOff' as const,
    person: julie,
    fromOn: '2026-12-14',
    toOn: '2026-12-18',
    fromNoon: false,
    untilNoon: false,
  }
  const meets = (event: Happened) => touchesChange(event, change, box)
  expect(meets(timeOff('2026-12-18', '2026-12-21'))).toBe(true)
  expect(meets(timeOff('2026-12-21'))).toBe(false)
  expect(meets(timeOff('2026-12-18', '2026-12-21', cindy))).toBe(false)
})

test('a change of a term meets a what-if that puts a value in its place, for the same team and week', () => {
  const change = (facts: object = {}) => ({
    what: 'override' as const,
    person: julie,
    team: null,
    weekOn: null,
    term: 'timeOff' as const,
    value: 2,
    ...facts,
  })
  const meets = (event: Happened, facts: object = {}) => touchesChange(event, change(facts), box)
  expect(meets(override())).toBe(true)
  expect(meets(override({ term: 'focus' }))).toBe(false)
  expect(meets(override({ person: cindy }))).toBe(false)
  const other = { id: '2', name: 'Gateway Services' }
  expect(meets(override({ team: selection }), { team: other })).toBe(false)
  expect(meets(override({ team: null }), { team: other }), 'for all teams of the person').toBe(true)
  expect(meets(override({ weekOn: '2026-12-12' }), { weekOn: '2026-12-19' })).toBe(false)
  expect(meets(timeOff('2026-12-14')), 'time off is the term that it changes').toBe(true)
  expect(meets(timeOff('2026-12-14'), { term: 'focus' })).toBe(false)
})

test('the focus of the group, the DRI and the selection of an issue meet what is about them', () => {
  const focus = of({ type: 'group.changed', data: { changed: [], from: {}, to: { focusFactor: 0.8 } } })
  expect(touchesChange(focus, { what: 'focus', value: 0.7 }, box)).toBe(true)
  const taken = of({ type: 'issue.dri_taken', data: { person: julie, assigned: true } }, 12)
  expect(touchesChange(taken, { what: 'dri', ref: 12, person: cindy }, box)).toBe(true)
  expect(touchesChange(taken, { what: 'dri', ref: 13, person: cindy }, box)).toBe(false)
  expect(touchesChange(labels([deliverable]), { what: 'deliverable', ref: 12, isIn: true }, box)).toBe(true)
  const closed = of({ type: 'issue.closed', data: { reason: 'done' } }, 12)
  expect(touchesChange(closed, { what: 'candidate', ref: 12, isIn: true }, box)).toBe(true)
})

test('what was taken back since did not happen, nor did its undoing; an undoing of what was before did', () => {
  const events = [
    { number: 5, undoes: null },
    { number: 6, undoes: null },
    { number: 7, undoes: 6 },
    { number: 8, undoes: 3 },
  ]
  expect(stillSo(events, 4).map(({ number }) => number)).toEqual([5, 8])
  const again = [...events, { number: 9, undoes: 7 }]
  expect(
    stillSo(again, 4).map(({ number }) => number),
    'the undoing was undone',
  ).toEqual([5, 6, 8])
})

test('what still holds came later, in its order, and each event is judged once', () => {
  const one = record({ undoes: option(integer({ min: 1, max: 12 }), { nil: null }) })
  assert(
    property(array(one, { maxLength: 12 }), integer({ min: 0, max: 6 }), (list, after) => {
      const events = list.map(({ undoes }, at) => ({
        number: at + 1,
        undoes: undoes !== null && undoes <= at ? undoes : null,
      }))
      const held = stillSo(events, after).map(({ number }) => number)
      expect(held).toEqual(held.toSorted((a, b) => a - b))
      expect(held.every((number) => number > after)).toBe(true)
      expect(new Set(held).size).toBe(held.length)
    }),
  )
})
