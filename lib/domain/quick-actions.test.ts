import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { QUICK_ACTIONS, QUICK_WORDS, readQuickActions } from './quick-actions.ts'

const acts = (text: string) =>
  readQuickActions(text).acts.map((quick) => ('action' in quick ? quick.action : quick.because))

describe('a line of a text', () => {
  test.each([
    ['/assign @Julie, @newick @me', { act: 'assign', people: ['julie', 'newick', 'me'] }],
    ['/unassign', { act: 'unassign', people: [] }],
    [
      '/label ~"workflow::in dev" ~spike, plain',
      { act: 'label', labels: ['workflow::in dev', 'spike', 'plain'] },
    ],
    ['/unlabel ~spike', { act: 'unlabel', labels: ['spike'] }],
    ['/relabel "a b"', { act: 'relabel', labels: ['a b'] }],
    ['/milestone %"Next 1-3"', { act: 'milestone', milestone: 'Next 1-3' }],
    ['/milestone %18.10', { act: 'milestone', milestone: '18.10' }],
    ['/milestone Next 1-3 Milestones', { act: 'milestone', milestone: 'Next 1-3 Milestones' }],
    ['/milestone none', { act: 'milestone', milestone: null }],
    ['/weight 2  ', { act: 'weight', weight: 2 }],
    ['/clear_weight', { act: 'weight', weight: null }],
    ['/close', { act: 'close', reason: 'done' }],
    ["/close won't do", { act: 'close', reason: 'wont_do' }],
    ['/reopen', { act: 'reopen' }],
    ['/epic &10', { act: 'epic', epic: 10 }],
    [
      '/dri @newick The probe works; the page is next.',
      { act: 'dri', person: 'newick', context: 'The probe works; the page is next.' },
    ],
    ['/due 2026-11-27', { act: 'due', due: '2026-11-27' }],
    ['/due tomorrow', { act: 'due', due: 'tomorrow' }],
    ['/confidential', { act: 'confidential', confidential: true }],
    ['/duplicate #12', { act: 'duplicate', of: 12 }],
  ])('%s is an act', (line, action) => {
    expect(acts(line)).toEqual([action])
    expect(readQuickActions(line).text).toBe('')
  })

  test.each([
    '/weight heavy',
    '/weight -1',
    '/weight',
    '/assign',
    '/assign the whole team!',
    '/label',
    '/label ~"never closed',
    '/milestone',
    '/close because I say so',
    '/epic next',
    '/duplicate',
    '/due 2026-02-30',
    '/reopen please',
  ])('%s says what is missing', (line) => {
    expect(acts(line)).toEqual([expect.stringMatching(/\.$/)])
  })

  test.each([
    '/etc/hosts is wrong',
    ' /weight 2',
    'Say /weight 2',
    '/',
    '//',
    '> /close',
    '- /close',
    '/WEIGHT 2',
  ])('%j is only words', (line) => {
    expect(readQuickActions(line)).toMatchObject({ text: line, acts: [] })
  })

  test('every word that is offered behind an action is understood', () => {
    for (const [name, words] of QUICK_WORDS)
      for (const { word } of words)
        expect(readQuickActions(`/${name} ${word}`).acts).toMatchObject([{ action: { act: name } }])
  })

  test('that looks like an act and is none stays, and is named', () => {
    expect(readQuickActions('/asign @julie')).toEqual({
      text: '/asign @julie',
      acts: [],
      unknown: ['/asign @julie'],
    })
    expect(readQuickActions('/constructor').unknown).toEqual(['/constructor'])
  })
})

test('several acts stand between words, and the words remain', () => {
  const { text, acts } = readQuickActions('Looks good.\n\n/weight 2\n/assign @me\n\nThanks!')
  expect(text).toBe('Looks good.\n\n\nThanks!')
  expect(acts.map(({ line }) => line)).toEqual(['/weight 2', '/assign @me'])
})

test('what stands in code or in a hint is no act', () => {
  for (const text of ['```\n/close\n```', '~~~\n/close', '<!--\n/close\n-->'])
    expect(readQuickActions(text)).toMatchObject({ text, acts: [] })
})

test('every act that is offered is understood as it is offered', () => {
  for (const { name, example } of QUICK_ACTIONS) {
    expect(example.startsWith(`/${name}`)).toBe(true)
    expect(readQuickActions(example).acts).toMatchObject([{ action: {} }])
  }
})

const words = fc
  .stringMatching(/^[a-zA-Z.,!? ]{1,30}$/)
  .filter((line) => line.trim() !== '' && line === line.trim())
const examples = fc.constantFrom(...QUICK_ACTIONS.map(({ example }) => example))

test('acts are found wherever they stand, in their order, and every other line remains', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(words, examples), { maxLength: 12 }), (lines) => {
      const read = readQuickActions(lines.join('\n'))
      expect(read.acts.map(({ line }) => line)).toEqual(lines.filter((line) => line.startsWith('/')))
      expect(read.text).toBe(lines.filter((line) => !line.startsWith('/')).join('\n'))
      expect(readQuickActions(read.text)).toEqual({ text: read.text, acts: [], unknown: [] })
    }),
  )
})

test('a label of any title is read back from its quotes', () => {
  const titles = fc
    .stringMatching(/^[^"\n\r,]{1,40}$/)
    .filter((title) => title.trim() !== '' && title === title.trim())
  fc.assert(
    fc.property(fc.uniqueArray(titles, { minLength: 1, maxLength: 5 }), (labels) => {
      expect(acts(`/label ${labels.map((title) => `~"${title}"`).join(' ')}`)).toEqual([
        { act: 'label', labels },
      ])
    }),
  )
})

test('no text makes it fail, and a text without acts comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('/', 'close', ' ', '\n', '`', '~', '"', '@', '%', '\r') }),
      (text) => {
        const read = readQuickActions(text)
        if (read.acts.length === 0) expect(read.text).toBe(text)
      },
    ),
  )
})
