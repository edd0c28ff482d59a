import {
  array,
  assert,
  constant,
  constantFrom,
  nat,
  option,
  property,
  record as recordOf,
  string,
} from 'fast-check'
import { expect, test } from 'vitest'

import { whyNotHandOver } from './dri.ts'
import { proposedEpicPackage, proposedPackage } from './hand-over-package.ts'
import type { WorkRecord } from './hand-over-package.ts'
import { STATES } from './workflow.ts'

const aRecord = (facts: Partial<WorkRecord> = {}): WorkRecord => ({
  dri: 'Julie Huang',
  description: '',
  state: 'in-dev',
  since: '2026-01-05',
  blocked: null,
  comments: [],
  waitsFor: [],
  holdsUp: [],
  unanswered: [],
  ...facts,
})

test('a package tells what is done, what is open and what comes next', () => {
  const text = proposedPackage(
    aRecord({
      comments: [
        { on: '2026-01-05', body: 'Too old to matter.' },
        { on: '2026-01-06', body: 'The probe works.' },
        { on: '2026-01-07', body: 'Two of three\n\nfindings are fixed.' },
      ],
      description: 'Do it:\n- [x] a probe\n- [ ] the page\n- [ ] a test',
      holdsUp: [{ ref: 14, title: 'Show the findings' }],
      unanswered: ['cindy'],
    }),
  )
  expect(text).toBe(`Done so far:
- It is in the state “in dev” since 2026-01-05.
- Julie Huang on 2026-01-06: “The probe works.”
- Julie Huang on 2026-01-07: “Two of three findings are fixed.”

Open threads:
- #14 Show the findings is blocked by this issue
- @cindy was asked here and has not answered.
- To do: the page
- To do: a test

Next step:
- the page`)
})

test('what on comes first, and is the next step', () => {
  const blocked = { need: 'Region names', from: 'Duo Service Infra' }
  const text = proposedPackage(aRecord({ state: 'blocked', blocked, description: '- [ ] the page' }))
  expect(text).toContain('Open threads:\n- It is blocked: Region names, from Duo Service Infra.')
  expect(text).toContain('Next step:\n- Ask for the status of the blocker.')
  expect(proposedPackage(aRecord({ waitsFor: [{ ref: 7, title: 'The header' }] }))).toContain(
    'Next step:\n- Ask for the status of #7.',
  )
})

test('where the record knows of nothing open, it says so and proposes the next state', () => {
  expect(proposedPackage(aRecord())).toContain('- Nothing recorded.')
  expect(proposedPackage(aRecord())).toContain('- Finish the open work, then ask for a review.')
})

test('tasks in code are examples, not work', () => {
  expect(proposedPackage(aRecord({ description: '```\n- [ ] an example\n```' }))).not.toContain('example')
})

test('whatever the record holds, the package can be sent as it is', () => {
  const text = string({ maxLength: 400 })
  const named = array(recordOf({ ref: nat(), title: text }), { maxLength: 3 })
  assert(
    property(
      recordOf({
        dri: text,
        description: text,
        state: option(constantFrom(...STATES)),
        since: option(constant('2026-01-05')),
        blocked: option(recordOf({ need: text, from: text })),
        comments: array(recordOf({ on: constant('2026-01-05'), body: text }), { maxLength: 4 }),
        waitsFor: named,
        holdsUp: named,
        unanswered: array(text, { maxLength: 3 }),
      }),
      (record) => {
        const context = proposedPackage(record)
        expect(whyNotHandOver({ from: 'julie', to: 'cindy', context })).toBeNull()
        expect(context.length).toBeLessThan(10_000)
        expect(context.match(/^(Done so far|Open threads|Next step):$/gm)).toHaveLength(3)
      },
    ),
  )
})

test('the package of an epic says how far its issues are, and what its text leaves open', () => {
  const progress = { open: 2, done: 3, weight: 9, weightDone: 5, unweighted: 1 }
  const description = 'Scope:\n\n- [x] Probe\n- [ ] Write the page'
  expect(proposedEpicPackage({ description, progress })).toBe(
    [
      'Done so far:\n- 3 of 5 issues are done, weight 5 of 9.',
      'Open threads:\n- Open issues: 2\n- Without a weight: 1\n- To do: Write the page',
      'Next step:\n- Write the page',
    ].join('\n\n'),
  )
})

test('where nothing is recorded of an epic, the package says so', () => {
  const progress = { open: 0, done: 0, weight: 0, weightDone: 0, unweighted: 0 }
  const text = proposedEpicPackage({ description: '', progress })
  expect(text).toContain('Open threads:\n- Nothing recorded.')
  expect(text).toContain('Next step:\n- Go through the open issues')
})
