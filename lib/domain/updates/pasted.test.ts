import { expect, test } from 'vitest'
import { pastedUpdates } from './pasted.ts'

test('the handbook’s example is read as two updates', () => {
  const text = `Async Status Update 2026-11-27

Onboard a model for batch endpoints (https://gitlab.example/group/-/issues/172)

  • Progress: Entry and engine side are ready.
  • Blockers: Evaluation results, from Model Evaluation Infra
  • Confidence for current milestone: 🔴 Not confident

#245 Show why a model is not selectable

  • Progress: In review
  • Blockers: None
  • Confidence for current milestone: 🟢 Very confident

Confidence key: 🔴 Not confident · 🟡 Slightly confident · 🟢 Very confident`
  expect(pastedUpdates(text)).toEqual([
    {
      subject: { kind: 'issue', ref: 172 },
      title: 'Onboard a model for batch endpoints',
      progress: 'Entry and engine side are ready.',
      blockers: 'Evaluation results, from Model Evaluation Infra',
      next: '',
      confidence: 'not',
    },
    {
      subject: { kind: 'issue', ref: 245 },
      title: 'Show why a model is not selectable',
      progress: 'In review',
      blockers: '',
      next: '',
      confidence: 'very',
    },
  ])
})

test('a comment on one issue with tick boxes gives the ticked confidence', () => {
  const text = `### Async Status Update

**Progress:**

- Probe runs on .com
- and on Self-Managed

**Blockers:** none

**What’s next for the coming week:** Dedicated

**Confidence for current milestone:**

- [ ] 🔴 Not confident
- [x] 🟡 Slightly confident
- [ ] 🟢 Very confident`
  expect(pastedUpdates(text)).toEqual([
    {
      subject: null,
      title: 'Async Status Update',
      progress: 'Probe runs on .com\nand on Self-Managed',
      blockers: '',
      next: 'Dedicated',
      confidence: 'slightly',
    },
  ])
})

test('without a tick, or with two, no confidence is chosen for the author', () => {
  const boxes = (first: string, second: string) =>
    `Progress: Done\nConfidence for current milestone:\n- [${first}] Not confident\n- [${second}] Very confident`
  expect(pastedUpdates(boxes(' ', ' '))[0]?.confidence).toBeNull()
  expect(pastedUpdates(boxes('x', 'X'))[0]?.confidence).toBeNull()
  expect(pastedUpdates(boxes(' ', 'x'))[0]?.confidence).toBe('very')
})

test.each([
  ['an ordinary comment', 'I looked at it: the cache is cold.\n\n- first\n- second'],
  ['nothing', ''],
  ['a heading alone', '## Async Status Update 2026-11-27'],
  ['a word that is no item', 'We made progress. Blockers remain.'],
])('%s holds no update', (_, text) => {
  expect(pastedUpdates(text)).toEqual([])
})

test('an epic is known by its link and by its sign', () => {
  const headed = (head: string) => pastedUpdates(`${head}\n\n- Progress: Closed one`)[0]
  expect(headed('[Lifecycle](https://x.example/groups/g/-/epics/4)')).toMatchObject({
    subject: { kind: 'epic', ref: 4 },
    title: 'Lifecycle',
  })
  expect(headed('&7 Lifecycle')?.subject).toEqual({ kind: 'epic', ref: 7 })
})
