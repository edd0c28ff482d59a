import { expect, test } from 'vitest'

import { linesOf } from './list/lines.ts'
import { mixWith } from './meters/mix-parts.ts'
import { driOf, pickedOf, roomsWith } from './picked.ts'
import { candidate, viewOf } from './testing/candidates.ts'

const pick = (ref: number, dri: string | null = null) => ({ ref, dri })

test('what a rule refuses is told apart from what can be made, both by rank; Deliverables and strangers are no picks', () => {
  const view = viewOf([
    candidate(172, { refusal: { rule: 'model_not_ready', because: 'The check is open.' } }),
    candidate(194),
    candidate(207, { deliverable: { byName: 'Mohamed', at: null } }),
  ])
  const { made, refused, refs } = pickedOf(view, [pick(194), pick(172), pick(207), pick(999)])
  expect(made.map((one) => one.candidate.card.ref)).toEqual([194])
  expect(refused.map(({ candidate: { card }, because }) => `#${card.ref} ${because}`)).toEqual([
    '#172 The check is open.',
  ])
  expect([...refs]).toEqual([194, 172])
})

test('a missing DRI is no refusal once the plan names one', () => {
  const view = viewOf([candidate(5, { refusal: { rule: 'nobody', because: 'It has no DRI.' } })])
  expect(pickedOf(view, [pick(5)]).refused).toHaveLength(1)
  const { made } = pickedOf(view, [pick(5, 'julie')])
  expect(made.map(driOf)).toEqual(['julie'])
})

test('the meters count what can be made beside what is a Deliverable, and refused picks use nothing', () => {
  const view = viewOf([
    candidate(1, { weight: 3 }),
    candidate(2, { weight: 2, refusal: { rule: 'not_ready', because: 'It is in refinement.' } }),
  ])
  const { teams, total, added } = roomsWith(view, pickedOf(view, [pick(1), pick(2)]))
  expect(teams).toEqual([{ team: 'selection', name: 'Selection', capacity: 6, picked: 4 }])
  expect({ total, added }).toEqual({ total: { capacity: 6, picked: 4 }, added: 3 })
})

test('the line of the server is drawn until something is picked, then the one of the picks', () => {
  const view = viewOf([
    candidate(1, { weight: 3 }),
    candidate(2, { weight: 2 }),
    candidate(3, { weight: 3, below: true, over: { team: 'selection', by: 3, text: 'Selection over by 3' } }),
  ])
  const drawn = (picks: readonly number[]) =>
    linesOf(
      view,
      pickedOf(
        view,
        picks.map((ref) => pick(ref)),
      ),
    ).map((line) =>
      line.kind === 'cut'
        ? `cut ${line.moving.join()}`
        : `${line.candidate.card.ref} ${line.over ?? ''}`.trim(),
    )
  expect(drawn([])).toEqual(['1', '2', 'cut 3', '3 Selection over by 3'])
  expect(drawn([3])).toEqual(['1 Selection over by 1', '2 Selection over by 3', '3'])
  expect(drawn([1, 2])).toEqual(['1', '2', 'cut 3', '3 Selection over by 3'])
})

test('the mix is that of the picks by weight, beside the target of the group', () => {
  const view = viewOf([
    candidate(1, { weight: 3, type: 'feature' }),
    candidate(2, { weight: 1, type: 'bug' }),
    candidate(3, { weight: 9, type: 'bug' }),
  ])
  view.mix = { target: { bug: 30, maintenance: 20, feature: 50 }, picked: null, candidates: null }
  const mix = mixWith(view, pickedOf(view, [pick(1), pick(2)]))
  expect(mix.of).toBe('picks')
  expect(mix.parts.map(({ type, share, target }) => `${type} ${share} of ${target}`)).toEqual([
    'bug 25 of 30',
    'maintenance 0 of 20',
    'feature 75 of 50',
  ])
})
