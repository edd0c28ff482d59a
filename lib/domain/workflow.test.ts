import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  isActive,
  isReadyOrLater,
  isState,
  STATES,
  stateTitle,
  warnMove,
  warnReadyBy,
  whyNotReady,
  gapsOf,
} from './workflow.ts'
import { saysSomething } from './descriptions.ts'
import type { Readiness } from './workflow.ts'
import { because } from './testing/because.ts'

const ready = (over: Partial<Readiness> = {}): Readiness => ({
  type: 'bug',
  description: 'The model list takes nine seconds.',
  weight: 2,
  spike: false,
  spikeScope: null,
  ...over,
})

describe('states', () => {
  test('there are fifteen, from validation backlog to complete', () => {
    expect(STATES).toHaveLength(15)
    expect(STATES.map(stateTitle).slice(8, 12)).toEqual([
      'ready for development',
      'in dev',
      'in review',
      'blocked',
    ])
    expect(isState('in-dev')).toBe(true)
    expect(isState('in dev')).toBe(false)
  })

  test('active work is work in a person’s hands', () => {
    expect(STATES.filter(isActive)).toEqual([
      'in-dev',
      'in-review',
      'blocked',
      'verification',
      'awaiting-security-release',
    ])
    expect(isActive(null)).toBe(false)
  })

  test('ready or later begins with ready for development', () => {
    expect(isReadyOrLater('refinement')).toBe(false)
    expect(isReadyOrLater('ready-for-development')).toBe(true)
    expect(isReadyOrLater('complete')).toBe(true)
    expect(isReadyOrLater(null)).toBe(false)
  })
})

describe('moves', () => {
  test.each([
    ['design', 'solution-validation'],
    ['problem-validation', 'in-dev'],
    ['in-dev', 'blocked'],
    ['blocked', 'in-dev'],
    ['in-review', 'awaiting-security-release'],
    ['awaiting-security-release', 'verification'],
    ['in-review', 'planning-breakdown'],
    ['complete', 'planning-breakdown'],
  ] as const)('%s to %s is expected', (from, to) => expect(warnMove(from, to)).toBeNull())

  test.each([
    ['in-review', 'in-dev'],
    ['verification', 'in-review'],
    ['complete', 'in-dev'],
    ['in-dev', 'ready-for-development'],
    ['blocked', 'ready-for-development'],
  ] as const)('%s back to %s is let through with a warning', (from, to) => {
    const warning = warnMove(from, to)
    expect(warning?.code).toBe('unexpected_move')
    expect(warning?.because).toContain(`From ${stateTitle(from)} back to ${stateTitle(to)}`)
  })

  test('coming into the workflow, or leaving it, is not a move in it', () => {
    expect(warnMove(null, 'in-dev')).toBeNull()
    expect(warnMove('in-dev', null)).toBeNull()
    expect(warnMove('in-dev', 'in-dev')).toBeNull()
  })

  test('no way forward ever warns, because states may be skipped', () => {
    const place = fc.nat({ max: STATES.length - 1 })
    fc.assert(
      fc.property(place, place, (a, b) => {
        const [from, to] = [STATES[Math.min(a, b)] ?? null, STATES[Math.max(a, b)] ?? null]
        expect(warnMove(from, to)).toBeNull()
      }),
    )
  })
})

describe('ready for development', () => {
  test('needs a type, a description and a weight, and says which is missing', () => {
    expect(whyNotReady(ready())).toBeNull()
    expect(whyNotReady(ready({ type: null }))?.code).toBe('type_missing')
    expect(whyNotReady(ready({ description: ' \n' }))?.code).toBe('description_missing')
    expect(whyNotReady(ready({ weight: null }))?.code).toBe('weight_missing')
    expect(whyNotReady(ready({ weight: 0 }))?.code).toBe('weight_missing')
  })

  test('a weight of 3 is ready, above it the work is to be broken down', () => {
    expect(whyNotReady(ready({ weight: 3 }))).toBeNull()
    expect(whyNotReady(ready({ weight: 4 }))?.code).toBe('too_heavy')
    expect(whyNotReady(ready({ weight: 5 }))).toEqual({
      code: 'too_heavy',
      because: 'A weight of 5 is too big to start. Split the issue.',
    })
  })

  test('a spike needs a stated scope instead of a weight', () => {
    expect(
      whyNotReady(ready({ spike: true, weight: null, spikeScope: 'Compare two tokenizers.' })),
    ).toBeNull()
    expect(whyNotReady(ready({ spike: true, weight: 2, spikeScope: null }))?.code).toBe('spike_scope_missing')
    expect(whyNotReady(ready({ spike: true, spikeScope: '  ' }))?.code).toBe('spike_scope_missing')
    expect(whyNotReady(ready({ spike: true, description: '', spikeScope: 'x' }))?.code).toBe(
      'description_missing',
    )
  })

  test('the hidden hints of a template are not a description', () => {
    expect(whyNotReady(ready({ description: '<!-- What happens? -->\n<!-- Steps -->' }))?.code).toBe(
      'description_missing',
    )
    expect(saysSomething('<!-- hint --> It fails.')).toBe(true)
    expect(saysSomething('It fails. <!-- never closed')).toBe(true)
    expect(saysSomething('<!-- never closed')).toBe(false)
    expect(saysSomething('<!-->')).toBe(false)
  })

  test('the bare headings of a template are not a description', () => {
    const bare = '## What happens?\n\n**Steps:**\n1.\n2.\n\n### Done when\n- [ ]\n---\n> \n'
    expect(saysSomething(bare)).toBe(false)
    expect(saysSomething(`${bare}\nIt fails.`)).toBe(true)
    for (const text of ['#12 again', '- [ ] Read the list', '1. Open it', '**Slow** list', '網関', '👍', '7'])
      expect(saysSomething(text), text).toBe(true)
  })

  test('a description full of unclosed hints is read in one pass', () => {
    expect(saysSomething('<!--'.repeat(250_000))).toBe(false)
    expect(saysSomething('<!---->'.repeat(150_000))).toBe(false)
  })
})

test('an engineer says that work is ready; of everybody else it is asked whether one did', () => {
  expect(warnReadyBy(['pm', 'engineer'])).toBeNull()
  expect(warnReadyBy(['staff_engineer'])).toBeNull()
  expect(warnReadyBy(['em'])?.code).toBe('not_an_engineer')
})

describe('what stands between work and ready', () => {
  test('is said all at once, in the order in which it is asked for', () => {
    const gaps = gapsOf(ready({ type: null, description: ' ', weight: null }))
    expect(gaps.map(because)).toEqual([
      'Set the type first: bug, maintenance or feature.',
      'Add a description first, for the engineer who starts on it.',
      'Set a weight from 1 to 3 first.',
    ])
    expect(gapsOf(ready())).toEqual([])
  })

  test('is the split of what is too big, and the scope of a spike', () => {
    expect(because(whyNotReady(ready({ weight: 5 })))).toBe(
      'A weight of 5 is too big to start. Split the issue.',
    )
    expect(because(whyNotReady(ready({ weight: 0 }))), 'too small to count').toBe(
      'Set a weight from 1 to 3 first.',
    )
    expect(because(whyNotReady(ready({ spike: true, weight: null })))).toBe(
      'Add the scope of the spike: what it should find out, and when that is enough.',
    )
  })

  test('is an engineer’s word, which a manager is reminded of and not kept from', () => {
    expect(warnReadyBy(['em'])?.because).toBe(
      'An engineer decides that work is ready for development. Ask one to review it.',
    )
    expect(warnReadyBy(['em', 'staff_engineer'])).toBeNull()
  })

  test('never refuses a way that is unusual: it asks for a comment', () => {
    expect(warnMove('in-review', 'in-dev')?.because).toBe(
      'From in review back to in dev is an unusual step. Add a comment with the reason.',
    )
    expect(warnMove('blocked', 'in-dev')).toBeNull()
    expect(warnMove('in-review', 'planning-breakdown')).toBeNull()
  })
})
