import { expect, test } from 'vitest'

import { milestoneShown, sayDoReads, seriesInput } from './say-do-reads.ts'

const read = (query: string) => seriesInput('custom-models', new URLSearchParams(query))

test('without words in the address six milestones are counted by issues, of all teams and types, as of now', () => {
  expect(read('')).toEqual({ group: 'custom-models', last: 6, by: 'issues' })
})

test('the address says how many, in which unit, of which team and type, as of which moment', () => {
  expect(read('last=12&chart=weight&team=model-selection&type=bug&at=2026-11-11')).toEqual({
    group: 'custom-models',
    last: 12,
    by: 'weight',
    team: 'model-selection',
    type: 'bug',
    at: '2026-11-11',
  })
})

test('what the page does not know is left out, rather than asked of the server', () => {
  expect(read('last=7&chart=table&team=Model Selection&type=chore&at=tomorrow')).toEqual({
    group: 'custom-models',
    last: 6,
    by: 'issues',
  })
  expect(read(`team=${'a'.repeat(81)}`)).not.toHaveProperty('team')
})

test('the past of the series is the past of the milestone below it', () => {
  const [milestone, series] = sayDoReads('custom-models', '19.6', read('at=2026-11-11'))
  expect(milestone?.queryKey.at(-1)).toMatchObject({ milestone: '19.6', at: '2026-11-11' })
  expect(series?.queryKey.at(-1)).toMatchObject({ at: '2026-11-11' })
})

test('the latest milestone that is over is shown, and one that runs only where none is', () => {
  const of = (...milestones: [slug: string, runs: boolean][]) =>
    milestoneShown({
      milestones: milestones.map(([slug, runs]) => ({ milestone: { slug }, runs })),
      // safe because the choice looks at these two alone
    } as unknown as Parameters<typeof milestoneShown>[0])
  expect(of(['19.5', false], ['19.6', false], ['19.7', true])).toBe('19.6')
  expect(of(['19.7', true])).toBe('19.7')
  expect(of()).toBeNull()
})
