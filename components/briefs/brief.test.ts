import { expect, test } from 'vitest'
import type { Brief, BriefItem } from '#lib/contract/briefs.ts'
import { briefMarkdown } from './brief-markdown.ts'
import { daysText, sectionsOf, stateText } from './brief-text.ts'
import { newsSince } from './news.ts'

const NONE = { sum: { count: 0, weight: 0 }, items: [], notShown: 0 }
const item = (ref: number, more: Partial<BriefItem> = {}): BriefItem => ({
  ref,
  title: `Issue ${ref}`,
  weight: 2,
  team: null,
  dri: { handle: 'julie', name: 'Julie Huang' },
  outcome: 'open',
  state: 'in-dev',
  on: '2026-01-12',
  because: '',
  wentTo: null,
  ...more,
})
const some = (items: BriefItem[], notShown = 0) => ({
  sum: { count: items.length + notShown, weight: 2 * items.length },
  items,
  notShown,
})
const news = ['2026-01-14T10:00:00Z', '2026-01-13T10:00:00Z', '2026-01-12T10:00:00Z'].map((at, n) => ({
  ref: n,
  title: 'A title',
  text: `Change ${n}.`,
  at,
}))
const brief: Brief = {
  group: 'Custom Models',
  zone: 'UTC',
  milestone: {
    id: '1',
    slug: '18.9',
    title: '18.9',
    shelf: null,
    startOn: '2026-01-10',
    dueOn: '2026-02-13',
    closed: false,
  },
  today: '2026-01-20',
  phase: 'running',
  sentence: '18.9 runs.',
  promised: some([item(1, { state: 'done', outcome: 'completed' }), item(2)], 1),
  moved: { added: NONE, reprioritised: NONE, slipped: NONE, gone: [], redated: [] },
  risks: {
    blocked: [],
    blockedNotShown: 0,
    drift: [],
    forecast: null,
    noForecast: 'Too little history, 2 of 3 milestones.',
    capacity: { weight: 20, load: 24 },
  },
  ask: {
    people: [{ handle: 'm', name: 'Mohamed', role: 'em', title: 'Engineering Manager', acting: true }],
    dris: [{ handle: 'julie', name: 'Julie Huang', refs: [2] }],
    teams: [],
  },
  news,
  lookedAt: null,
}
const section = (heading: string, of = brief) => sectionsOf(of).find((one) => one.heading === heading)
const linesOf = (heading: string, of = brief) =>
  section(heading, of)?.parts.flatMap(({ lines }) => lines.map(({ ref, facts }) => [ref, ...facts]))

test('what is not done stands before what is, and what a reader may not see is counted', () => {
  expect(section('Committed')?.lead).toBe('3 issues at the start, weight 4.')
  expect(linesOf('Committed')).toEqual([
    [2, 'in dev', 'weight 2', 'Julie Huang'],
    [1, 'done', 'weight 2', 'Julie Huang'],
  ])
  expect(section('Committed')?.parts[0]?.note).toBe('1 issue not shown.')
})

test('a state is said as it is now, and as the outcome once that is frozen', () => {
  expect(stateText({ state: 'in-review', outcome: 'open' })).toBe('in review')
  expect(stateText({ state: 'dropped', outcome: 'open' })).toBe('closed, not done')
  expect(stateText({ state: null, outcome: 'slipped' })).toBe('not done')
  expect(stateText({ state: 'in-dev', outcome: 'reprioritised' })).toBe('reprioritised')
  expect(stateText({ state: null, outcome: 'completed' })).toBe('done')
})

test('what moved says when and why, and nothing where nothing did', () => {
  expect(section('What moved')?.lead).toBe('Nothing moved since the start.')
  const moved = {
    ...brief.moved,
    added: some([item(3, { dri: null })]),
    reprioritised: some([item(4, { outcome: 'reprioritised', because: 'Not a priority.' })]),
    redated: [
      {
        ref: 2,
        title: 'Issue 2',
        from: { startOn: null, dueOn: null },
        to: { startOn: null, dueOn: '2026-01-30' },
        on: '2026-01-15',
      },
    ],
  }
  expect(linesOf('What moved', { ...brief, moved })).toEqual([
    [3, 'added 12 Jan', 'in dev', 'no DRI'],
    [4, 'Not a priority.', 'Julie Huang'],
    [2, 'no due date → due 30 Jan 2026', 'changed 15 Jan'],
  ])
})

test('capacity is a risk where more is planned than there is room for', () => {
  expect(section('Risks')?.lead).toBe(
    'Too little history, 2 of 3 milestones. Planned weight is 24 of 20: 4 over capacity. Nothing is blocked or needs attention.',
  )
  const risks = { ...brief.risks, noForecast: null, capacity: { weight: 20, load: 20 } }
  expect(section('Risks', { ...brief, risks })?.lead).toBe('Nothing is blocked or needs attention.')
})

test('a first visit shows the latest, a later one what came since, to the moment', () => {
  expect(newsSince(news, null)).toHaveLength(3)
  expect(newsSince(news, '2026-01-13T10:00:00.000Z').map(({ ref }) => ref)).toEqual([0])
  expect(newsSince(news, '2026-01-14T10:00:00Z')).toEqual([])
})

test('as Markdown it has the same sections, and no title becomes markup', () => {
  const odd = { ...brief, promised: some([item(5, { title: '*Bold* [link](x) | cell' })]) }
  const text = briefMarkdown(odd, '2026-01-13T10:00:00Z')
  expect(text.match(/^##? .*/gm)).toEqual([
    '# Brief of 18.9',
    '## Committed',
    '## What moved',
    '## Risks',
    '## Who to ask',
    '## Changed since 13 Jan 2026, 10:00',
  ])
  expect(text).toContain(String.raw`- #5 \*Bold\* \[link\](x) \| cell: in dev · weight 2 · Julie Huang`)
  expect(text).toContain('- 14 Jan 2026, 10:00: Change 0.')
  expect(text).not.toContain('Change 1.')
  expect(daysText(brief)).toBe('10 Jan – 13 Feb 2026, as of 20 Jan 2026')
})
