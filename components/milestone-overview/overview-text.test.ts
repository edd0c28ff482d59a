import { describe, expect, test } from 'vitest'

import type { Overview } from '#lib/contract/milestone-overview.ts'

import { blockedFor, chartSummary, daySummary, jumpNote, needWords, sentenceOf } from './overview-text.ts'

const sum = (count: number, weight = count) => ({ count, weight })
const day = (on: string, scope: number, done: number) => ({
  day: on,
  scope: sum(scope),
  done: sum(done),
  changes: [],
  notShown: 0,
})
const burnUp = {
  promise: sum(27),
  days: [day('2026-11-14', 27, 0), day('2026-11-20', 31, 4), day('2026-11-26', 31, 12)],
}
const deliverables = {
  ...sum(14, 31),
  done: sum(5, 12),
  unweighted: 0,
  progress: null,
  states: [],
  blocked: [],
  blockedCount: 0,
  notShown: 0,
}
const view = (stated: Partial<Overview> = {}): Overview => ({
  milestone: {
    id: '1',
    slug: '19.7',
    title: '19.7',
    shelf: null,
    startOn: '2026-11-14',
    dueOn: '2026-12-11',
    closed: false,
    closedOn: null,
  },
  day: { day: 13, of: 28 },
  today: '2026-11-26',
  goals: '',
  goalsVersion: 1,
  burnUp,
  daysOff: [],
  capacity: { weight: 26.5, load: 31, unweighted: 0, teams: [] },
  deliverables,
  confidence: null,
  drift: [],
  outcome: null,
  ...stated,
})
const sentence = (stated: Partial<Overview> = {}) =>
  sentenceOf(view(stated))
    .map(({ text }) => text)
    .join('')

describe('the sentence', () => {
  test('says while it runs how many are done, how the scope changed and what is blocked', () => {
    expect(sentence()).toBe('5 of 14 Deliverables done on day 13 of 28. Scope grew by weight 4 on 20 Nov.')
    expect(sentence({ deliverables: { ...deliverables, blockedCount: 1 } })).toContain(
      '1 Deliverable is blocked.',
    )
    expect(sentence({ deliverables: { ...deliverables, ...sum(0) } })).toBe(
      '19.7 has no Deliverables yet, on day 13 of 28.',
    )
  })

  test('is written from the forecast where there is one, with how sure that is', () => {
    const fan = { done: 5, of: 14, chance: 0.7, sure: 10, likely: 11, low: 10, high: 12, days: [] }
    const likely = (stated: Partial<typeof fan> = {}) =>
      sentenceOf(view(), { count: { ...fan, ...stated }, weight: fan, movers: [], notShown: 0 })
    expect(
      likely()
        .map(({ text }) => text)
        .join(''),
    ).toBe(
      '19.7 is likely to close 11 of 14 Deliverables by 11 Dec. 70 % chance that all 14 close; 85 % that 10 do. Scope grew by weight 4 on 20 Nov.',
    )
    expect(likely().find(({ strong }) => strong)?.text).toBe('11 of 14')
    expect(
      likely({ done: 14 })
        .map(({ text }) => text)
        .join(''),
    ).toContain('19.7 has closed all 14 Deliverables.')
  })

  test('says before it starts what is committed of the capacity', () => {
    const ahead = { burnUp: null, today: '2026-11-11' }
    expect(sentence({ ...ahead, deliverables: { ...deliverables, ...sum(12, 23) } })).toBe(
      '19.7 starts in 3 days: 12 Deliverables, weight 23 of 26.5.',
    )
    expect(sentence({ ...ahead, today: '2026-11-13', deliverables: { ...deliverables, ...sum(0) } })).toBe(
      '19.7 starts tomorrow: no Deliverables yet. Candidates weigh 31 of 26.5.',
    )
  })

  test('says once it is over what was kept, and what is still open', () => {
    const outcome = { assigned: sum(10), completed: sum(7), moved: sum(1) }
    const open = { ...deliverables, ...sum(9), done: sum(7) }
    expect(sentence({ outcome, deliverables: open })).toBe(
      '19.7 kept 7 of 10 Deliverables, 70 %. 2 Deliverables are still open.',
    )
    const { milestone } = view()
    const closed = { ...milestone, closed: true, closedOn: '2026-12-11' }
    expect(sentence({ outcome, deliverables: null, milestone: closed })).toBe(
      '19.7 kept 7 of 10 Deliverables, 70 %. Closed on 11 Dec 2026.',
    )
    expect(sentence({ outcome: { ...outcome, assigned: sum(0) }, deliverables: null })).toBe(
      'Nothing was committed for 19.7.',
    )
  })
})

test('the chart and its days are read aloud in one sentence each', () => {
  expect(chartSummary(burnUp, 'weight')).toBe(
    'Burn-up by weight: scope 31, promise 27, done 12 on 26 Nov. The largest change of scope was +4 on 20 Nov.',
  )
  const changed = {
    ...day('2026-11-20', 31, 4),
    changes: [
      { ref: 219, title: 'Meter lines', kind: 'added' as const, weight: 3 },
      { ref: 7, title: 'Old list', kind: 'removed' as const, weight: 1 },
    ],
    notShown: 2,
  }
  expect(daySummary(changed, 'weight')).toBe(
    '20 Nov: scope 31, done 4. Added #219 Meter lines; Removed #7 Old list; 2 issues not shown.',
  )
  expect(daySummary(day('2026-11-21', 31, 4), 'weight')).toBe('21 Nov: scope 31, done 4. No change.')
  expect(jumpNote(changed)).toBe('#219 added · #7 removed · 2 not shown')
})

test('the summary of the chart ends with what is likely', () => {
  const ahead = { day: '2026-12-11', likely: 25, low: 21, high: 28 }
  const fan = { ...ahead, done: 12, of: 31, chance: 0.1, sure: 22, days: [ahead] }
  expect(chartSummary(burnUp, 'weight', fan)).toContain('By 11 Dec: 25 likely, 21 to 28.')
})

test('what is blocked says since when, and what it needs from whom', () => {
  expect(blockedFor('2026-11-20', '2026-11-26')).toBe('blocked 6 days')
  expect(blockedFor('2026-11-26', '2026-11-26')).toBe('blocked since today')
  expect(needWords({ need: 'A price list.', from: 'Fulfillment' })).toBe('A price list, from Fulfillment.')
  expect(needWords({ need: '', from: 'Infra' })).toBe('Blocked on Infra.')
  expect(needWords({ need: '', from: '' })).toBe('Reason not set.')
})
