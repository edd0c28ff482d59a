import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { belowWaterline, placesForExcess, whyNotMoveExcess } from './waterline.ts'

type Card = Parameters<typeof belowWaterline>[0][number]
/** In the order of their numbers. */
const rank = (ref: number) => String.fromCodePoint(48 + ref)
const open = (ref: number, weight: number | null): Card => ({
  ref,
  rank: rank(ref),
  state: 'open',
  closeReason: null,
  weight,
  split: false,
})
const done = (ref: number, weight: number): Card => ({
  ref,
  rank: rank(ref),
  state: 'closed',
  closeReason: 'done',
  weight,
  split: false,
})

test('the line counts all columns together, in the order of the board', () => {
  expect(belowWaterline([open(1, 3), open(2, 2), open(3, 1), open(4, 1)], 5)).toEqual([3, 4])
})

test('what is done already has taken its share of the capacity, what was dropped has not', () => {
  expect(belowWaterline([done(1, 3), open(2, 2), open(3, 1)], 5)).toEqual([3])
  expect(belowWaterline([{ ...done(1, 3), closeReason: 'wont_do' }, open(2, 2), open(3, 1)], 5)).toEqual([])
})

test('the original of a split takes no capacity', () => {
  expect(belowWaterline([{ ...open(1, 9), split: true }, open(2, 5), open(3, 1)], 5)).toEqual([3])
})

test('where the capacity is unknown, nothing lies below', () => {
  expect(belowWaterline([open(1, 99)], null)).toEqual([])
})

const cards = fc
  .array(fc.record({ weight: fc.option(fc.nat(8)), isDone: fc.boolean() }))
  .map((list) =>
    list.map(({ weight, isDone }, at) => (isDone ? done(at + 1, weight ?? 0) : open(at + 1, weight))),
  )

test('once the excess has gone, nothing lies below the line', () => {
  fc.assert(
    fc.property(cards, fc.nat(40), (list, capacity) => {
      const below = belowWaterline(list, capacity)
      const left = list.filter(({ ref }) => !below.includes(ref))
      expect(belowWaterline(left, capacity)).toEqual([])
    }),
  )
})

test('what lies below is the end of the open cards, in their order, and never what is closed', () => {
  fc.assert(
    fc.property(cards, fc.nat(40), (list, capacity) => {
      const below = belowWaterline(list, capacity)
      const refs = list.filter(({ state }) => state === 'open').map(({ ref }) => ref)
      expect(refs.slice(refs.length - below.length)).toEqual(below)
    }),
  )
})

test('a reader who does not see all of the cards sees the line where everybody sees it', () => {
  fc.assert(
    fc.property(cards, fc.array(fc.boolean(), { maxLength: 20 }), fc.nat(40), (list, hides, capacity) => {
      const isHidden = ({ ref }: Card) => hides[ref - 1] ?? false
      const hidden = list.filter(isHidden)
      const unseen = {
        tally: {
          doneWeight: hidden.reduce(
            (sum, { state, weight }) => sum + (state === 'closed' ? (weight ?? 0) : 0),
            0,
          ),
        },
        queue: hidden.flatMap(({ state, rank, weight }) =>
          state === 'open' ? [{ rank, weight: weight ?? 0 }] : [],
        ),
      }
      const seen = list.filter((card) => !isHidden(card))
      const all = belowWaterline(list, capacity)
      expect(belowWaterline(seen, capacity, unseen)).toEqual(
        all.filter((ref) => seen.some((card) => card.ref === ref)),
      )
    }),
  )
})

const milestone = (slug: string, startOn: string | null, dueOn: string | null, closed = false) => ({
  slug,
  title: slug,
  shelf: startOn === null ? ('next-1-3' as const) : null,
  startOn,
  dueOn,
  closed,
})
const MARCH = milestone('19.1', '2026-03-01', '2026-03-31')
const APRIL = milestone('19.2', '2026-04-01', '2026-04-30')
const MAY = milestone('19.3', '2026-05-01', '2026-05-31')
const SHELF = milestone('next-1-3', null, null)

test('the excess goes to the milestone that follows the one shown, or to the shelf of the next three', () => {
  const all = [MAY, APRIL, MARCH, SHELF]
  expect(placesForExcess(all, MARCH)).toEqual([APRIL, SHELF])
  expect(placesForExcess(all, MAY)).toEqual([SHELF])
  expect(placesForExcess([MAY, { ...APRIL, closed: true }, MARCH], MARCH)).toEqual([MAY])
  expect(placesForExcess(all, SHELF)).toEqual([])
  expect(placesForExcess(all, null)).toEqual([])
})

test('anywhere else it is refused, with the places that are right', () => {
  const places = placesForExcess([APRIL, MARCH, SHELF], MARCH)
  expect(whyNotMoveExcess(places, '19.2')).toBeNull()
  expect(whyNotMoveExcess(places, '19.1')?.because).toBe(
    'Cards below the line can move to 19.2 or to next-1-3.',
  )
  expect(whyNotMoveExcess([], '19.1')?.because).toContain(
    'This board has no waterline: its milestone has no dates.',
  )
})
