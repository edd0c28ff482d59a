import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginningOf, HAND_KINDS, medianWait, waitText, whyNotAsk, whyNotHelp, whyNotLower } from './hands.ts'

describe('the ask', () => {
  test('begins as the handbook writes it', () => {
    expect(beginningOf('stuck', null)).toBe('I need help with ')
    expect(beginningOf('take_over', '#166')).toBe('I need someone to take over #166 because ')
  })

  test('says more than its beginning', () => {
    for (const kind of HAND_KINDS)
      for (const sign of [null, '#166', '&3']) {
        const beginning = beginningOf(kind, sign)
        expect(whyNotAsk(beginning)?.code, beginning).toBe('missing')
        expect(whyNotAsk(`${beginning}the probe on Dedicated`)).toBeNull()
      }
    expect(whyNotAsk(' \n ')?.because).toBe('Say what you need in one sentence.')
  })
})

const open = { helper: null, lowered: false, mine: false }

describe('help', () => {
  test('is offered by one other person, once', () => {
    expect(whyNotHelp(open)).toBeNull()
    expect(whyNotHelp({ ...open, helper: 'Cindy' })).toMatchObject({
      code: 'helped',
      because: 'Cindy already helps.',
    })
    expect(whyNotHelp({ ...open, mine: true })?.code).toBe('own')
    expect(whyNotHelp({ ...open, lowered: true, mine: true })?.code).toBe('lowered')
  })

  test('ends by the person who raised the hand, the person who helps, or the EM, in words', () => {
    const by = { lowered: false, mine: false, helps: false, leads: false, how: 'Done together.' }
    expect(whyNotLower(by)?.code).toBe('not_yours')
    for (const who of ['mine', 'helps', 'leads']) {
      expect(whyNotLower({ ...by, [who]: true })).toBeNull()
      expect(whyNotLower({ ...by, [who]: true, how: ' ' })?.because).toBe('Say how it ended.')
      expect(whyNotLower({ ...by, [who]: true, lowered: true })?.code).toBe('lowered')
    }
  })
})

describe('time to help', () => {
  test('is the median of a group, and of fewer than three hands nothing', () => {
    expect(medianWait([])).toBeNull()
    expect(medianWait([5, 700])).toBeNull()
    expect(medianWait([700, 5, 60])).toBe(60)
    expect(medianWait([700, 5, 60, 70])).toBe(65)
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 3, maxLength: 40 }), (waits) => {
        const median = medianWait(waits) ?? -1
        const half = waits.length / 2
        expect(waits.filter((wait) => wait <= median).length).toBeGreaterThanOrEqual(Math.floor(half))
        expect(waits.filter((wait) => wait >= median).length).toBeGreaterThanOrEqual(Math.floor(half))
        expect(medianWait(waits.toReversed())).toBe(median)
      }),
    )
  })

  test('is said in the unit that one would use', () => {
    expect([0, 1, 59, 60, 150, 47 * 60, 48 * 60, 10_000].map(waitText)).toEqual([
      '1 minute',
      '1 minute',
      '59 minutes',
      '1 hour',
      '3 hours',
      '47 hours',
      '2 days',
      '7 days',
    ])
  })
})
