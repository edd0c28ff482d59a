import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { CLOSE_REASONS } from './issues.ts'
import { addTallies, candidateWeight, committedWeight, type Counted, outcomeOf, tallyOf } from './tally.ts'

const blocked = { id: '1', title: 'workflow::blocked', meaning: 'workflow.blocked' }
const issue = fc
  .record({
    weight: fc.option(fc.nat(9)),
    closeReason: fc.option(fc.constantFrom(...CLOSE_REASONS)),
    split: fc.boolean(),
    labels: fc.constantFrom([], [blocked]),
    milestone: fc.constantFrom(null, { kind: 'timebox' as const }),
  })
  .map((facts): Counted => ({ ...facts, state: facts.closeReason === null ? 'open' : 'closed' }))

test('what some readers do not see, added to what they see, is what everybody sees', () => {
  fc.assert(
    fc.property(fc.array(issue), fc.array(issue), (seen, unseen) => {
      expect(addTallies(tallyOf(seen), tallyOf(unseen))).toEqual(tallyOf([...seen, ...unseen]))
    }),
  )
})

test('open, done and dropped together are all weight, of which the originals of splits have none', () => {
  fc.assert(
    fc.property(fc.array(issue), (issues) => {
      const weight = issues.reduce((sum, one) => sum + (one.split ? 0 : (one.weight ?? 0)), 0)
      const tally = tallyOf(issues)
      expect(committedWeight(tally)).toBe(weight)
      expect(candidateWeight(tally)).toBe(weight - tally.droppedWeight)
    }),
  )
})

test('a Deliverable that is closed without being done stays said', () => {
  const closed = { labels: [], milestone: null, split: false, weight: 3, state: 'closed' as const }
  for (const closeReason of ['wont_do', 'duplicate', 'moved'] as const) {
    expect(committedWeight(tallyOf([{ ...closed, closeReason }]))).toBe(3)
    expect(tallyOf([{ ...closed, closeReason }]).doneWeight).toBe(0)
    expect(outcomeOf({ state: 'closed', closeReason })).toBe('dropped')
  }
})
