import { array, assert, constantFrom, integer, nat, option, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { STATES, stateTitle } from '../workflow.ts'
import { epicFactsSince, issueFactsSince, proposalOf, textsOf } from './since.ts'

const CALM = { moved: null, blocked: null, comments: 0, weight: { from: 2, to: 2 } }

test('what happened to an issue is told in short sentences', () => {
  const facts = issueFactsSince({ ...CALM, moved: { to: 'in-review', on: '2026-11-24' }, comments: 2 })
  expect(textsOf(facts)).toEqual(['moved to in review on 24 Nov', '2 comments', 'weight 2 unchanged'])
  expect(proposalOf(facts)).toBe('Moved to in review on 24 Nov.')
})

test('a wait says for whom, and goes before the move that brought it', () => {
  const moved = { to: 'blocked' as const, on: '2026-11-20' }
  const waits = (from: string) =>
    textsOf(issueFactsSince({ ...CALM, moved, blocked: { from, on: '2026-11-20' } }))[0]
  expect(waits('Model Evaluation Infra')).toBe('blocked by Model Evaluation Infra on 20 Nov')
  expect(waits(' ')).toBe('blocked on 20 Nov')
})

test('a weight that changed is news, one that did not is none', () => {
  const weighed = (from: number | null, to: number | null) =>
    issueFactsSince({ ...CALM, weight: { from, to } })
  expect(proposalOf(weighed(2, 3))).toBe('Weight changed from 2 to 3.')
  expect(proposalOf(weighed(null, 3))).toBe('Weight set to 3.')
  expect(proposalOf(weighed(3, 3))).toBe('')
  expect(textsOf(weighed(3, null))).toEqual(['no weight'])
})

test('of an epic it is what closed, what came, and how far it is', () => {
  const facts = epicFactsSince({ closed: 1, added: [268], removed: 0, weight: { done: 18, total: 31 } })
  expect(textsOf(facts)).toEqual(['1 issue closed', '1 added (#268)', 'weight 18 of 31'])
  expect(proposalOf(facts)).toBe('1 issue closed. 1 added (#268).')
  const many = epicFactsSince({
    closed: 0,
    added: [1, 2, 3, 4, 5],
    removed: 2,
    weight: { done: 0, total: 5 },
  })
  expect(textsOf(many)).toEqual(['5 added (#1, #2, #3 and 2 more)', '2 removed', 'weight 0 of 5'])
})

test('whatever happened, it is told in at most three short facts, and nothing is proposed that is not among them', () => {
  const moved = option(record({ to: constantFrom(...STATES), on: constantFrom('2026-11-24', '2027-01-01') }))
  const weight = record({ from: option(nat(9)), to: option(nat(9)) })
  assert(
    property(moved, nat(50), weight, (to, comments, weights) => {
      const facts = issueFactsSince({ moved: to, blocked: null, comments, weight: weights })
      expect(facts.length).toBeLessThanOrEqual(3)
      expect(textsOf(facts).some((text) => to !== null && text.includes(stateTitle(to.to)))).toBe(to !== null)
      const proposed = proposalOf(facts).toLowerCase()
      for (const { text, isNews } of facts) expect(proposed.includes(text.toLowerCase())).toBe(isNews)
    }),
  )
})

test('an epic never names more than three issues, and counts all of them', () => {
  assert(
    property(array(integer({ min: 1 })), nat(), nat(), (added, closed, removed) => {
      const texts = textsOf(epicFactsSince({ closed, added, removed, weight: { done: 1, total: 2 } }))
      const said = texts.find((text) => text.includes(' added ('))
      expect(said === undefined).toBe(added.length === 0)
      if (said)
        expect([Number.parseInt(said, 10), (said.match(/#/g) ?? []).length]).toEqual([
          added.length,
          Math.min(3, added.length),
        ])
    }),
  )
})
