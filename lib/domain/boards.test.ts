import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { CLOSED, deal, laneOf, NO_COLUMN, onBoard, overLimit, sumsOf, waterline } from './boards.ts'
import { describeMove, labelsMoved, planMove, whyNotMove } from './board-moves.ts'
import type { CardState, Column, LaneId } from './boards.ts'
import type { MovePlan } from './board-moves.ts'
import type { LabelFact } from './labels.ts'
import type { Actor } from './permissions.ts'

const label = (id: string, title: string, meaning: string | null = null): LabelFact => ({
  id,
  title,
  meaning,
})

const ready = label('L1', 'workflow::ready for development', 'workflow.ready-for-development')
const inDev = label('L2', 'workflow::in dev', 'workflow.in-dev')
const inReview = label('L3', 'workflow::in review', 'workflow.in-review')
const verification = label('L4', 'workflow::verification', 'workflow.verification')
const bug = label('L5', 'type::bug', 'type.bug')

const labels = [ready, inDev, inReview]
const columns: Column[] = labels.map(({ id, title }, at) => ({ id: `C${at + 1}`, title, labelId: id }))
const card = (...labelIds: string[]): CardState => ({ state: 'open', labelIds })
const closed = (...labelIds: string[]): CardState => ({ state: 'closed', labelIds })

/** The card after the labels and the state of the plan are carried out. */
const after = (one: CardState, plan: MovePlan): CardState => ({
  state: plan.close ? 'closed' : plan.reopen ? 'open' : one.state,
  labelIds: [...one.labelIds.filter((id) => !plan.remove.includes(id)), ...plan.add],
})

describe('lanes', () => {
  test('a card lies in the column whose label it holds', () =>
    expect(laneOf(card('L5', 'L2'), columns, labels)).toBe('C2'))
  test('a card that fits two columns lies in the first', () =>
    expect(laneOf(card('L3', 'L1'), columns, labels)).toBe('C1'))
  test('of two columns for one label, which no board should have, the first is filled', () => {
    expect(laneOf(card('L1'), [...columns, { id: 'C9', title: 'Again', labelId: 'L1' }], labels)).toBe('C1')
  })
  test('an open card that fits no column does not vanish', () =>
    expect(laneOf(card('L4'), columns, labels)).toBe(NO_COLUMN))
  test('a closed card lies in Closed, whatever it holds', () =>
    expect(laneOf(closed('L2'), columns, labels)).toBe(CLOSED))

  test('every card is dealt into exactly one lane, in its order', () => {
    const anyCard = fc.record({
      state: fc.constantFrom('open' as const, 'closed' as const),
      labelIds: fc.subarray(['L1', 'L2', 'L3', 'L4', 'L5']),
    })
    fc.assert(
      fc.property(fc.array(anyCard), (cards) => {
        const lanes = deal(cards, columns, labels)
        expect([...lanes.keys()]).toEqual([NO_COLUMN, 'C1', 'C2', 'C3', CLOSED])
        expect([...lanes.values()].flat()).toHaveLength(cards.length)
        for (const [lane, dealt] of lanes)
          expect(dealt).toEqual(cards.filter((one) => laneOf(one, columns, labels) === lane))
      }),
    )
  })

  test('five thousand cards are dealt, each once', () => {
    const cards = Array.from({ length: 5000 }, (_, i) => card('L5', `L${(i % 4) + 1}`))
    const lanes = deal(cards, columns, labels)
    expect(lanes.get('C2')).toHaveLength(1250)
    expect(new Set([...lanes.values()].flat()).size).toBe(5000)
  })
})

describe('the filter', () => {
  const filter = { milestoneId: 'M1', labelIds: ['group', 'deliverable'] }

  test('asks for the milestone and for all the labels at once', () => {
    expect(onBoard({ milestoneId: 'M1', labelIds: ['deliverable', 'x', 'group'] }, filter)).toBe(true)
    expect(onBoard({ milestoneId: 'M2', labelIds: ['deliverable', 'group'] }, filter)).toBe(false)
    expect(onBoard({ milestoneId: null, labelIds: ['deliverable', 'group'] }, filter)).toBe(false)
    expect(onBoard({ milestoneId: 'M1', labelIds: ['group'] }, filter)).toBe(false)
  })

  test('a board without a milestone shows the issues of all of them', () => {
    expect(onBoard({ milestoneId: 'M2', labelIds: [] }, { milestoneId: null, labelIds: [] })).toBe(true)
    expect(onBoard({ milestoneId: null, labelIds: [] }, { milestoneId: null, labelIds: [] })).toBe(true)
  })
})

describe('moving a card', () => {
  test('between columns changes the two labels that the columns stand for, and no other', () => {
    expect(planMove(card('L5', 'L2'), 'C2', 'C3', columns, labels)).toEqual({
      add: ['L3'],
      remove: ['L2'],
      close: false,
      reopen: false,
    })
  })

  test('to “not in a column” takes the column’s label off', () => {
    expect(planMove(card('L5', 'L2'), 'C2', NO_COLUMN, columns, labels)).toMatchObject({
      add: [],
      remove: ['L2'],
    })
  })

  test('to Closed closes and keeps the labels', () => {
    expect(planMove(card('L2'), 'C2', CLOSED, columns, labels)).toEqual({
      add: [],
      remove: [],
      close: true,
      reopen: false,
    })
  })

  test('from Closed reopens', () => {
    expect(planMove(closed('L2'), CLOSED, 'C1', columns, labels)).toEqual({
      add: ['L1'],
      remove: ['L2'],
      close: false,
      reopen: true,
    })
  })

  test('within its lane changes nothing but the order', () => {
    expect(planMove(card('L2'), 'C2', 'C2', columns, labels)).toEqual({
      add: [],
      remove: [],
      close: false,
      reopen: false,
    })
  })

  test('a move that comes late, when someone else has moved the card, still ends where it was dropped', () => {
    expect(planMove(card('L3'), 'C1', 'C2', columns, labels)).toMatchObject({ add: ['L2'], remove: ['L3'] })
  })

  test('always ends in the lane where the card was dropped, with every other label untouched', () => {
    const lanes: LaneId[] = [...columns.map(({ id }) => id), NO_COLUMN, CLOSED]
    fc.assert(
      fc.property(
        fc.constantFrom('open' as const, 'closed' as const),
        fc.subarray(['L1', 'L2', 'L3', 'L4', 'L5']),
        fc.constantFrom(...lanes),
        (state, labelIds, to) => {
          const before = { state, labelIds }
          const moved = after(before, planMove(before, laneOf(before, columns, labels), to, columns, labels))
          expect(laneOf(moved, columns, labels)).toBe(to)
          const kept = (ids: readonly string[]) => ids.filter((id) => id === 'L4' || id === 'L5')
          expect(kept(moved.labelIds)).toEqual(kept(before.labelIds))
        },
      ),
    )
  })
})

describe('the drop preview', () => {
  const move = { card: { state: 'open' as const, labels: [bug, inReview] }, columns, labels }

  test('says which labels go off and come on, and warns of an unusual step', () => {
    expect(describeMove({ ...move, from: 'C3', to: 'C2' })).toEqual({
      off: ['workflow::in review'],
      on: ['workflow::in dev'],
      closes: false,
      reopens: false,
      warnings: [
        {
          code: 'unexpected_move',
          because: 'From in review back to in dev is an unusual step. Add a comment with the reason.',
        },
      ],
    })
  })

  test('names a label that the new one of its scope displaces, though no column stands for it', () => {
    const stray = { state: 'open' as const, labels: [verification] }
    expect(describeMove({ ...move, card: stray, from: NO_COLUMN, to: 'C3' })).toMatchObject({
      off: ['workflow::verification'],
      on: ['workflow::in review'],
    })
  })

  test('says that a drop closes or reopens', () => {
    expect(describeMove({ ...move, from: 'C3', to: CLOSED })).toMatchObject({ off: [], on: [], closes: true })
    const done = { state: 'closed' as const, labels: [inReview] }
    expect(describeMove({ ...move, card: done, from: CLOSED, to: 'C3' })).toMatchObject({
      on: [],
      reopens: true,
    })
  })

  test('a label goes off once, even if the column and the scope both ask for it', () => {
    const plan = { add: ['L3'], remove: ['L2'], close: false, reopen: false }
    expect(labelsMoved([inDev, bug], plan, labels)).toEqual({ added: [inReview], removed: [inDev] })
  })
})

describe('where a card may not go', () => {
  const bare = { type: null, description: '', weight: null, spike: false, spikeScope: null }
  const full = { ...bare, type: 'bug', description: 'It fails.', weight: 1 }
  const engineer: Actor = { roles: ['engineer'], admin: false }
  const card = { state: 'open' as const, labels: [inDev] }
  const where = { from: 'C2', to: 'C1', columns, labels }
  const move = { card, ...where, actor: engineer, kind: 'build' as const, entersSwimlane: false }

  test('into ready for development only when it is ready', () => {
    expect(whyNotMove(move, bare)?.code).toBe('type_missing')
    expect(whyNotMove(move, full)).toBeNull()
  })

  test('a card that lies there already may change its place', () => {
    const there = { ...move, card: { state: 'open' as const, labels: [ready] }, from: 'C1' }
    expect(whyNotMove(there, bare)).toBeNull()
  })

  test('anywhere else it may go, as long as the column exists', () => {
    expect(whyNotMove({ ...move, to: 'C3' }, bare)).toBeNull()
    expect(whyNotMove({ ...move, to: NO_COLUMN }, bare)).toBeNull()
    expect(whyNotMove({ ...move, to: 'gone' }, full)?.code).toBe('no_such_column')
  })

  test('only by people who move cards, and close issues where it closes', () => {
    const stakeholder: Actor = { roles: ['stakeholder'], admin: false }
    expect(whyNotMove({ ...move, actor: stakeholder }, full)?.code).toBe('not_allowed')
    expect(whyNotMove({ ...move, to: CLOSED }, bare)).toBeNull()
  })

  test('to another place of the planning board only by people who curate it, unless it enters another lane too', () => {
    const place = { ...move, to: 'C2', kind: 'planning' as const }
    expect(whyNotMove(place, full)?.because).toContain('orders the planning board')
    expect(whyNotMove({ ...place, actor: { roles: ['pm'], admin: false } }, full)).toBeNull()
    expect(whyNotMove({ ...place, entersSwimlane: true }, full)).toBeNull()
    expect(whyNotMove({ ...place, kind: 'build' }, full)).toBeNull()
  })
})

describe('sums', () => {
  test('a column header counts cards, weights and what has no weight', () => {
    expect(sumsOf([{ weight: 3 }, { weight: null }])).toEqual({ count: 2, weight: 3, unweighted: 1 })
  })

  test('a WIP limit is passed by more than it allows, by count or by weight', () => {
    expect(overLimit({ count: 6, weight: 2 }, { by: 'count', max: 5 })).toBe(true)
    expect(overLimit({ count: 5, weight: 9 }, { by: 'count', max: 5 })).toBe(false)
    expect(overLimit({ count: 5, weight: 9 }, { by: 'weight', max: 8 })).toBe(true)
    expect(overLimit({ count: 50, weight: 90 }, null)).toBe(false)
  })
})

describe('the waterline', () => {
  const weights = (...list: (number | null)[]) => list.map((weight) => ({ weight }))

  test('lies above the first card that the capacity does not hold', () => {
    expect(waterline(weights(3, 2, 2, 1), 6)).toBe(2)
    expect(waterline(weights(3, 2, 2, 1), 5)).toBe(2)
    expect(waterline(weights(9), 5)).toBe(0)
  })

  test('is not drawn when everything fits', () => {
    expect(waterline(weights(3, 2), 5)).toBeNull()
    expect(waterline([], 0)).toBeNull()
  })

  test('what follows a full capacity lies below it, weighted or not', () => {
    expect(waterline(weights(3, 2, null), 5)).toBe(2)
    expect(waterline(weights(null, 1), 0)).toBe(0)
  })

  test('what lies above the line never weighs more than the capacity', () => {
    const list = fc.array(fc.record({ weight: fc.option(fc.nat({ max: 9 })) }))
    fc.assert(
      fc.property(list, fc.nat({ max: 40 }), (cards, capacity) => {
        const line = waterline(cards, capacity) ?? cards.length
        expect(sumsOf(cards.slice(0, line)).weight).toBeLessThanOrEqual(capacity)
        if (line < cards.length)
          expect(sumsOf(cards.slice(0, line + 1)).weight).toBeGreaterThanOrEqual(capacity)
      }),
    )
  })
})
