import { assert, array, constantFrom, integer, property, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import { CONFIDENCES } from '../confidence.ts'
import { NUMBERED_KINDS } from '../subjects.ts'
import { type Assembled, isFalling, pressingFirst, updatesMarkdown } from './assembled.ts'
import { pastedUpdates } from './pasted.ts'

const where = { on: '2026-11-27', group: 'custom-models', origin: 'https://saydo.example' }
const one = (stated: Partial<Assembled> = {}): Assembled => ({
  kind: 'issue',
  ref: 172,
  title: 'issue-title',
  progress: '…',
  blockers: '…',
  next: '',
  confidence: 'slightly',
  ...stated,
})

/** The handbook’s example, as its page shows it. */
const HANDBOOK = `Async Status Update YYYY-MM-DD

issue-title (link)

• Progress: …
• Blockers: …
• Confidence for current milestone: 🟡 Slightly confident

issue-title (link)

• Progress: …
• Blockers: …
• Confidence for current milestone: 🟢 Very confident

Confidence key: 🔴 Not confident · 🟡 Slightly confident · 🟢 Very confident
`

/** Markdown as a page shows it, with the day and the name of a link as the handbook writes them. */
const shownOf = (markdown: string): string =>
  markdown
    .replace(/^## /gm, '')
    .replaceAll('**', '')
    .replace(/^- /gm, '• ')
    .replace(/\[[#&]\d+\]\([^)]*\)/g, 'link')
    .replace(/\d{4}-\d{2}-\d{2}/, 'YYYY-MM-DD')

test('the assembled update is the handbook’s example, character by character', () => {
  expect(shownOf(updatesMarkdown([one(), one({ confidence: 'very' })], where))).toBe(HANDBOOK)
})

test('each part links to its issue or epic, says None without blockers, and what is next where that is said', () => {
  const epic = one({
    kind: 'epic',
    ref: 4,
    title: 'Model lifecycle',
    blockers: ' ',
    next: 'Close #268',
    confidence: 'not',
  })
  expect(updatesMarkdown([epic], where)).toBe(`## Async Status Update 2026-11-27

**Model lifecycle** ([&4](https://saydo.example/custom-models/epics/4))

- Progress: …
- Blockers: None
- Next: Close #268
- Confidence for current milestone: 🔴 Not confident

Confidence key: 🔴 Not confident · 🟡 Slightly confident · 🟢 Very confident
`)
})

test('a week without updates says so', () => {
  expect(updatesMarkdown([], where)).toContain('\n\nNo updates yet.\n\n')
})

test('further lines stay within their item, and marks in a title are shown as they are', () => {
  const text = updatesMarkdown([one({ title: 'Fix *one* [two]', progress: 'First\nsecond' })], where)
  expect(text).toContain('- Progress: First\n  second\n')
  expect(text).toContain(String.raw`**Fix \*one\* \[two\]** (`)
})

test('blocked comes first, then falling confidence, then the rest in their order', () => {
  const ranked = record({
    blocked: constantFrom(true, false),
    confidence: constantFrom(...CONFIDENCES, null),
    before: constantFrom(...CONFIDENCES, null),
    place: integer(),
  })
  assert(
    property(array(ranked), (all) => {
      const sorted = pressingFirst(all)
      const first = sorted.findLastIndex(({ blocked }) => blocked)
      expect(sorted.slice(0, first + 1).every(({ blocked }) => blocked)).toBe(true)
      const rest = sorted.slice(first + 1)
      const falling = rest.findLastIndex(isFalling)
      expect(rest.slice(0, falling + 1).every(isFalling)).toBe(true)
      const calm = (some: typeof all) =>
        some.filter((it) => !it.blocked && !isFalling(it)).map(({ place }) => place)
      expect(calm(sorted)).toEqual(calm(all))
    }),
  )
})

test('what was copied is read back as what was posted', () => {
  const words = string({ unit: constantFrom(...'abc XYZ,.?é漢'), minLength: 1, maxLength: 30 }).map((text) =>
    `Said ${text}`.replaceAll(/ +/g, ' ').trim(),
  )
  const update = record({
    kind: constantFrom(...NUMBERED_KINDS),
    ref: integer({ min: 1, max: 99_999 }),
    title: words,
    progress: words,
    blockers: constantFrom('', 'A key from Infra', 'First this\nthen that'),
    next: constantFrom('', 'Merge it'),
    confidence: constantFrom(...CONFIDENCES),
  })
  assert(
    property(array(update, { maxLength: 5 }), (all) => {
      const read = pastedUpdates(updatesMarkdown(all, where))
      expect(read).toEqual(all.map(({ kind, ref, ...rest }) => ({ subject: { kind, ref }, ...rest })))
    }),
  )
})
