import { expect, test } from 'vitest'

import { candidate } from '#components/plan/testing/candidates.ts'

import { isOnItsWay, matchesPick, pickLines } from './pick-list.ts'

const change = (
  id: number,
  what: 'candidate' | 'deliverable' | 'dri',
  ref: number,
  isIn: boolean | null,
) => ({
  id,
  what,
  ref,
  isIn,
  issueTitle: `Piece ${ref}`,
})
const LIVE = { deliverable: { byName: null, at: null } }
const ALONE = { refusal: { rule: 'nobody', because: 'It has no DRI and no assignee.' } }

test('a candidate is ticked as the live plan has it, until the what-if says otherwise', () => {
  const lines = pickLines(
    [candidate(1), candidate(2, LIVE), candidate(3), candidate(4, LIVE)],
    [change(7, 'deliverable', 3, true), change(8, 'deliverable', 4, false)],
  )
  expect(lines.map(({ ref, isPicked, isLive, change }) => [ref, isPicked, isLive, change])).toEqual([
    [1, false, false, null],
    [2, true, true, null],
    [3, true, false, 7],
    [4, false, true, 8],
  ])
})

test('what the what-if takes out is gone, and what it brings in stands behind the candidates', () => {
  const lines = pickLines(
    [candidate(1), candidate(2)],
    [change(5, 'candidate', 1, false), change(6, 'candidate', 9, true), change(7, 'deliverable', 9, true)],
  )
  expect(lines.map(({ ref, title, isPicked, weight }) => [ref, title, isPicked, weight])).toEqual([
    [2, 'Piece 2', false, 2],
    [9, 'Piece 9', true, undefined],
  ])
})

test('a refusal stands beside its candidate, but for a DRI that the what-if gives', () => {
  const unready = { refusal: { rule: 'not_ready', because: 'It is in design.' } }
  const lines = pickLines(
    [candidate(1, ALONE), candidate(2, ALONE), candidate(3, unready)],
    [change(5, 'dri', 2, null), change(6, 'dri', 3, null)],
  )
  expect(lines.map(({ whyNot }) => whyNot)).toEqual([ALONE.refusal.because, null, 'It is in design.'])
})

test('a tick is on its way until it is read back, by its event or by what it says', () => {
  const tick = { isPicked: true, until: Infinity }
  expect(isOnItsWay(tick, { isPicked: false }, 7)).toBe(true)
  // told by the stream before the answer is here: it can be taken back at once
  expect(isOnItsWay(tick, { isPicked: true }, 8)).toBe(false)
  expect(isOnItsWay({ isPicked: true, until: 8 }, { isPicked: false }, 7)).toBe(true)
  // what another person did after it is shown, and so is what was refused
  expect(isOnItsWay({ isPicked: true, until: 8 }, { isPicked: false }, 9)).toBe(false)
  expect(isOnItsWay({ isPicked: true, until: 0 }, { isPicked: false }, 7)).toBe(false)
  expect(isOnItsWay(undefined, { isPicked: false }, 7)).toBe(false)
})

test('a candidate is found by its number or by words of its title', () => {
  const line = { ref: 12, title: 'Slow Model List' }
  for (const asked of ['', '12', '#12', ' model l']) expect(matchesPick(line, asked)).toBe(true)
  for (const asked of ['1', '#2', 'fast']) expect(matchesPick(line, asked)).toBe(false)
})
