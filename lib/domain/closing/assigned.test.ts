import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { AnyEvent, Recorded } from '../events.ts'
import { NO_FACTS } from '../facts/values.ts'
import { replay } from '../replay.ts'
import type { IssueState } from '../replay-state.ts'
import { assignedIn, type Condition } from './assigned.ts'
import { DELIVERABLE, GROUP, stepsIn } from './testing/ledger-of-build.ts'

const [group, deliverable] = [GROUP, DELIVERABLE]
const titled = (id: string) => ({ id, title: id })
const june: Condition = {
  milestone: '7',
  from: new Date('2026-06-01T00:00:00Z'),
  to: new Date('2026-07-01T00:00:00Z'),
}
const on = (day: string) => new Date(`2026-${day}T12:00:00Z`)

type Told = [day: string, event: AnyEvent, more?: Partial<Recorded>]

const created = (
  weight: number | null = 2,
  kind: 'issue' | 'planning' = 'issue',
  born: { milestone: { id: string; title: string } | null; labels: (typeof group)[] } = {
    milestone: null,
    labels: [group],
  },
): AnyEvent => ({
  type: 'issue.created',
  data: {
    number: 1,
    kind,
    title: 'Slow model list',
    description: '',
    labels: born.labels,
    milestone: born.milestone,
    weight,
    dri: null,
    assignees: [],
    epic: null,
    team: null,
    ...NO_FACTS,
    spikeScope: null,
    ranks: { group: 'V', planning: 'V' },
    mentioned: [],
  },
})
const into = (to: string | null): AnyEvent => ({
  type: 'issue.milestone_set',
  data: { from: null, to: to === null ? null : titled(to) },
})
const putOn = (label = deliverable): AnyEvent => ({
  type: 'issue.labels_changed',
  data: { added: [label], removed: [] },
})
const takeOff = (label = deliverable): AnyEvent => ({
  type: 'issue.labels_changed',
  data: { added: [], removed: [label] },
})
const weigh = (to: number | null): AnyEvent => ({ type: 'issue.weighed', data: { from: null, to } })
const close = (reason: 'done' | 'wont_do' = 'done'): AnyEvent => ({ type: 'issue.closed', data: { reason } })
const pushBack: AnyEvent = {
  type: 'issue.pushed_back',
  data: { milestone: titled('7'), reason: 'A migration comes first.' },
}
const reopen: AnyEvent = { type: 'issue.reopened', data: { was: 'done' } }

const ledger = (...told: Told[]): Recorded[] =>
  told.map(([day, event, more = {}], at) => {
    const own = { number: at + 1, happenedAt: on(day), actorId: 'julie', issue: 1, ...more }
    // safe because what is added are no words of the event itself
    return { ...event, ...own } as Recorded
  })
const outcomeOf = (...told: Told[]) => assignedIn(stepsIn(ledger(...told)), june)[0]
const committed: Told[] = [
  ['05-10', created()],
  ['05-20', into('7')],
  ['05-20', putOn()],
]

test('assigned at the start, or later; with the moment at which it came and the weight that it had then', () => {
  expect(outcomeOf(...committed, ['06-10', weigh(5)], ['06-20', close()])).toMatchObject({
    atStart: true,
    enteredAt: on('05-20'),
    firstWeight: 2,
    weight: 5,
    outcome: 'completed',
  })
  expect(outcomeOf(['05-10', created()], ['05-20', into('7')], ['06-03', putOn()])).toMatchObject({
    atStart: false,
    enteredAt: on('06-03'),
    outcome: 'slipped',
    onBoard: true,
  })
})

test('a stay that ended before the start counts for nothing, the one that follows begins anew', () => {
  expect(outcomeOf(...committed, ['05-25', takeOff()])).toBeUndefined()
  expect(outcomeOf(...committed, ['05-25', takeOff()], ['06-05', putOn()])).toMatchObject({
    atStart: false,
    enteredAt: on('06-05'),
  })
})

test('an accepted push-back makes what left within the milestone reprioritised, and nothing else', () => {
  const late: Told[] = [
    ['05-10', created()],
    ['06-03', into('7')],
    ['06-03', putOn()],
  ]
  const left = (day: string): Told[] => [
    [day, takeOff()],
    [day, pushBack],
  ]
  const outcome = (...told: Told[]) => outcomeOf(...told)?.outcome
  expect(outcome(...late, ...left('06-10'))).toBe('reprioritised')
  expect(outcome(...late, ['06-10', takeOff()]), 'without a push-back').toBe('slipped')
  expect(outcome(...late), 'it is still there').toBe('slipped')
  expect(outcome(...late, ...left('06-10'), ['06-12', putOn()]), 'it is there again').toBe('slipped')
  expect(outcome(...committed, ...left('06-10')), 'also promised at the start').toBe('reprioritised')
  expect(outcome(...late, ['06-10', close()], ...left('06-11'))).toBe('completed')
})

test('what was taken back did not happen, also where it came about by something that was', () => {
  expect(
    outcomeOf(...committed.slice(0, 2), ['06-10', putOn()], ['06-11', takeOff(), { undoes: 3 }]),
  ).toBeUndefined()
  const again = ['06-12', putOn(), { undoes: 4 }] satisfies Told
  expect(
    outcomeOf(...committed.slice(0, 2), ['06-10', putOn()], ['06-11', takeOff(), { undoes: 3 }], again),
  ).toMatchObject({ enteredAt: on('06-10') })
  const caused: Told[] = [
    ['06-10', close(), { issue: 2 }],
    ['06-10', close(), { cause: 4 }],
    ['06-11', reopen, { issue: 2, undoes: 4 }],
  ]
  expect(outcomeOf(...committed, ...caused)).toMatchObject({ outcome: 'slipped' })
})

test('a planning issue is no commitment, whatever its labels', () => {
  expect(
    outcomeOf(['05-10', created(2, 'planning')], ['05-20', into('7')], ['05-20', putOn()]),
  ).toBeUndefined()
})

const anyEvent = fc.oneof(
  fc.constantFrom('7', '7', '8', null).map(into),
  fc.constantFrom(deliverable, deliverable, group).map(putOn),
  fc.constantFrom(deliverable, group).map(takeOff),
  fc.nat(5).map(weigh),
  fc.constantFrom('done' as const, 'wont_do' as const).map(close),
  fc.constant(reopen),
)
const ON_BOARD = { milestone: titled('7'), labels: [group, deliverable] }
/** Of three issues, over three months, told in the order in which they happened or not, some of them taken back. */
const history = fc
  .array(
    fc.record({ issue: fc.nat(2), hour: fc.nat(90 * 24), event: anyEvent, undoes: fc.option(fc.nat(50)) }),
    {
      maxLength: 50,
    },
  )
  .map((list): Recorded[] => {
    const born = [0, 1, 2].map((issue) => ({
      issue,
      hour: -1,
      event: created(2, 'issue', issue === 0 ? ON_BOARD : undefined),
      undoes: null,
    }))
    return [...born, ...list].map(({ issue, hour, event, undoes }, at) => {
      const taken = undoes !== null && undoes > 3 && undoes < at + 1 ? { undoes } : {}
      const happenedAt = new Date(Date.UTC(2026, 4, 1) + hour * 3_600_000)
      // safe because what is added are no words of the event itself
      return { ...event, number: at + 1, happenedAt, actorId: 'julie', issue, ...taken } as Recorded
    })
  })

const isOn = ({ milestone, labels }: IssueState) =>
  milestone === june.milestone && [group, deliverable].every(({ id }) => labels.has(id))

/** As the law has it, by what replay says was so after each event, and at the start and the end. */
function naively(events: Recorded[]) {
  const told = events.toSorted(
    (a, b) => a.happenedAt.getTime() - b.happenedAt.getTime() || a.number - b.number,
  )
  const before = (moment: Date) => told.filter(({ happenedAt }) => happenedAt < moment)
  const stateAfter = (some: readonly Recorded[]) => replay(some, { bonds: events }).issues
  const moments = [
    stateAfter(before(june.from)),
    ...before(june.to).flatMap(({ happenedAt }, at) =>
      happenedAt < june.from ? [] : [stateAfter(told.slice(0, at + 1))],
    ),
  ]
  const end = stateAfter(before(june.to))
  return [...end].flatMap(([ref, issue]) => {
    const seen = moments.map((state) => state.get(ref)).filter((one) => one !== undefined)
    return seen.some(isOn) ? [{ issue: ref, weight: issue.weight, done: issue.closeReason === 'done' }] : []
  })
}

test('whatever happened and was taken back, assigned and completed are what replay says at every moment', () => {
  let found = 0
  fc.assert(
    fc.property(history, (events) => {
      const assigned = assignedIn(stepsIn(events), june)
      const simply = assigned.map(({ issue, weight, outcome }) => ({
        issue,
        weight,
        done: outcome === 'completed',
      }))
      found += simply.length
      expect(simply.toSorted((a, b) => a.issue - b.issue)).toEqual(
        naively(events).toSorted((a, b) => a.issue - b.issue),
      )
    }),
    { numRuns: 300 },
  )
  expect(found).toBeGreaterThan(100)
})

test('nothing that happens after the end changes anything, and the start decides only who was there at it', () => {
  fc.assert(
    fc.property(history, (events) => {
      const within = events.filter(({ happenedAt, undoes }) => happenedAt < june.to || undoes !== undefined)
      expect(assignedIn(stepsIn(within), june)).toEqual(assignedIn(stepsIn(events), june))
      const later = { ...june, from: new Date('2026-06-10T00:00:00Z') }
      for (const { issue, atStart, enteredAt } of assignedIn(stepsIn(events), later)) {
        expect(assignedIn(stepsIn(events), june).map((one) => one.issue)).toContain(issue)
        expect(atStart).toBe(enteredAt < later.from)
      }
    }),
  )
})
