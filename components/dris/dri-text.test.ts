import { expect, test } from 'vitest'

import type { DrivenLine } from '#lib/contract/drift.ts'
import { csvLines } from '#lib/kit/csv.ts'

import { attentionOf, drisCsv, drisMarkdown } from './dri-text.ts'

const line = (stated: Partial<DrivenLine> = {}): DrivenLine => ({
  subject: 'issue-12',
  kind: 'issue',
  ref: 12,
  title: 'Slow | model list',
  state: 'in-dev',
  weight: 2,
  dri: { handle: 'julie', name: 'Julie Huang' },
  since: '2026-01-05T09:00:00.000Z',
  offeredTo: null,
  updatedOn: '2026-01-06',
  confidence: 'slightly',
  unclaimed: null,
  hand: null,
  teams: [],
  drifts: [],
  ...stated,
})
const where = { group: 'custom-models', origin: 'https://saydo.example' }

test('Markdown links each title, names the DRI by handle, and no word of a title ends a cell', () => {
  const [, , row, epic] = drisMarkdown(
    [line(), line({ kind: 'initiative', ref: 3, title: 'Lifecycle', dri: null, confidence: null })],
    where,
  ).split('\n')
  expect(row).toBe(
    String.raw`| [Slow \| model list (#12)](https://saydo.example/custom-models/issues/12) | @julie | 2026-01-05 | 2026-01-06 | 🟡 Slightly confident |  |`,
  )
  expect(epic).toContain('[Lifecycle (&3)](https://saydo.example/custom-models/epics/3) | none |')
})

test('a file holds the same lines, with what asks for attention in words', () => {
  const drifting = line({
    dri: null,
    since: null,
    drifts: [{ kind: 'no_dri', because: 'In dev without a DRI.' }],
    unclaimed: { reason: 'overloaded', note: '', by: 'mohamed', at: '2026-01-06T09:00:00.000Z' },
  })
  const [head, row] = csvLines(drisCsv([drifting]))
  expect(head).toContain('Attention')
  expect(row?.at(-1)).toBe('In dev without a DRI. No volunteer: Overloaded')
})

test('an open hand says who asks for what, and who helps', () => {
  const hand = { by: { handle: 'julie', name: 'Julie Huang' }, ask: 'I need help with DWS', helper: null }
  expect(attentionOf(line({ hand }))).toEqual(['Julie Huang raised a hand: I need help with DWS'])
  expect(attentionOf(line({ hand: { ...hand, helper: { handle: 'cindy', name: 'Cindy Halim' } } }))).toEqual([
    'Julie Huang raised a hand: I need help with DWS (Cindy Halim helps)',
  ])
})

test('a hand-over that waits says who stays accountable until then', () => {
  expect(attentionOf(line({ offeredTo: { handle: 'cindy', name: 'Cindy Halim' } }))).toEqual([
    'Waits for Cindy Halim to accept; until then Julie Huang stays accountable.',
  ])
})
