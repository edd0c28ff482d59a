import { expect, test } from 'vitest'
import { headline, helpText, minutesAsMarkdown } from './minutes-text.ts'

const milestone = {
  slug: '19.6',
  title: '19.6',
  dueOn: '2026-11-13',
  settled: true,
  assigned: 3,
  completed: 1,
  reprioritised: 1,
  shipped: [{ ref: 1, title: 'Slow list', weight: 2 }],
  slipped: [
    {
      ref: 2,
      title: 'Probe',
      weight: 1,
      reason: 'blocked' as const,
      text: 'waits for a key',
      destination: '19.7',
    },
  ],
  notShown: 0,
}
const table = {
  milestones: [milestone],
  pushBacks: [],
  calibration: [{ confidence: 'very' as const, said: 2, shipped: 1, share: 0.5, low: 0, high: 1 }],
  help: { raised: 3, helped: 3, medianMinutes: 50 },
  cadence: [{ activity: 'Weeks with status updates', happened: 4, expected: 4 }],
}

test('the month is said in one line', () => {
  expect(headline(table)).toBe('1 of 3 shipped in 19.6, 1 slipped.')
  expect(headline({ milestones: [{ ...milestone, assigned: 0, completed: 0, reprioritised: 0 }] })).toBe(
    'Nothing was assigned in 19.6.',
  )
  expect(headline({ milestones: [{ ...milestone, settled: false }] })).toBeNull()
  expect(helpText({ raised: 0, helped: 0, medianMinutes: null })).toBe('No hand was raised')
  expect(helpText({ raised: 1, helped: 1, medianMinutes: null })).toBe('1 hand raised')
})

test('the minutes are copied as Markdown, parts without lines left out', () => {
  const said = { by: { name: 'Cindy Halim' }, to: null, votes: 0 }
  expect(
    minutesAsMarkdown(
      {
        month: '2026-11',
        points: [
          { ...said, kind: 'well', text: 'Reviews\nwithin a day.', votes: 2 },
          { ...said, kind: 'thanks', text: 'For the runbook.', to: { name: 'Julie Huang' } },
        ],
        actions: [
          {
            id: 1,
            text: 'Write it down',
            owner: { handle: 'julie', name: 'Julie Huang' },
            dueOn: '2026-12-11',
            state: 'done',
            month: '2026-11',
          },
        ],
        table,
      },
      (ref) => `https://saydo.example/custom-models/issues/${ref}`,
    ),
  ).toBe(`# Retrospective, November 2026

1 of 3 shipped in 19.6, 1 slipped.

## Slipped from 19.6

- [#2 Probe](https://saydo.example/custom-models/issues/2): Blocked, waits for a key

## Cadence

- Weeks with status updates: 4 of 4
- Help came within 50 minutes at the median
- Very confident in week 2: 1 of 2 issues shipped

## Went well

- Reviews within a day. (2 votes)

## Thanks

- Julie Huang: For the runbook. (from Cindy Halim)

## Actions

- [x] Write it down (Julie Huang, due 2026-12-11)
`)
})
