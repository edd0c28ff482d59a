import { expect, test } from 'vitest'

import { offeredIn } from './offered.ts'

const MANY = `Async Status Update 2026-11-26

Probe the gateway (#12)

- Progress: The probe runs.
- Blockers: A key for the other cloud.
- Confidence for current milestone: 🟡 Slightly confident

Model lifecycle without surprises

- Progress: Two issues closed.
- Blockers: None
- Confidence for current milestone: 🟢 Very confident

Confidence key: 🔴 Not confident · 🟡 Slightly confident · 🟢 Very confident
`

const ONE = `- Progress: Merged.
- Blockers: none
- Confidence for current milestone:
  - [ ] 🔴 Not confident
  - [x] 🟡 Slightly confident
  - [ ] 🟢 Very confident
`

const mine = [
  { kind: 'issue' as const, ref: 12, title: 'Probe the gateway' },
  { kind: 'epic' as const, ref: 4, title: 'Model lifecycle without surprises' },
]

test('one comment with many subjects is offered subject by subject, by number or by title', () => {
  const offered = offeredIn(MANY, { mine, issue: null })
  expect(offered.map(({ subject, confidence, because }) => [subject, confidence, because])).toEqual([
    ['issue-12', 'slightly', null],
    ['epic-4', 'very', null],
  ])
  expect(offered[0]).toMatchObject({ progress: 'The probe runs.', blockers: 'A key for the other cloud.' })
})

test('one for a single issue is about the issue on which it is written', () => {
  const issue = { ref: 7, title: 'Rename it' }
  expect(offeredIn(ONE, { mine, issue })).toMatchObject([
    { subject: 'issue-7', name: '#7 Rename it', progress: 'Merged.', blockers: '', confidence: 'slightly' },
  ])
})

test('in a reply it is about the issue that is replied to, where the reader drives it', () => {
  expect(offeredIn(ONE, { mine, issue: { ref: 12, title: null } })).toMatchObject([
    { subject: 'issue-12', name: '#12 Probe the gateway', because: null },
  ])
  expect(offeredIn(ONE, { mine, issue: { ref: 4, title: null } })).toMatchObject([{ subject: null }])
})

test('without an issue that it is about it cannot be posted, and says why', () => {
  expect(offeredIn(ONE, { mine, issue: null })).toMatchObject([
    { subject: null, because: 'It names no issue that you drive.' },
  ])
})

test('a person’s confidence is never guessed', () => {
  const text = ONE.replace('[x]', '[ ]')
  expect(offeredIn(text, { mine, issue: { ref: 7, title: 'Rename it' } })).toMatchObject([
    { subject: 'issue-7', confidence: null, because: 'Its confidence is missing.' },
  ])
})

test('a title that two of them have names neither', () => {
  const two = [...mine, { kind: 'issue' as const, ref: 13, title: 'model lifecycle WITHOUT surprises' }]
  expect(offeredIn(MANY, { mine: two, issue: null })[1]).toMatchObject({ subject: null })
})

test('an ordinary comment offers nothing', () => {
  expect(offeredIn('We made progress: it is merged.', { mine, issue: null })).toEqual([])
})
