import { expect, test } from 'vitest'

import { auditInput } from './audit-input.ts'

const asked = (query: string) => auditInput('custom-models', new URLSearchParams(query))
const all = { group: 'custom-models', limit: 100 }

test('the log is narrowed by what its address says', () => {
  expect(asked('')).toEqual(all)
  expect(asked('actor=julie&about=labels&day=2026-11-22')).toEqual({
    ...all,
    actor: 'julie',
    about: 'labels',
    day: '2026-11-22',
  })
})

test('what means nothing is left out, so that an old or a mistyped address still opens the log', () => {
  const nonsense = ['actor=', 'actor=%3Cb%3E', `actor=${'j'.repeat(65)}`, 'about=nothing', 'day=2026-02-30']
  for (const query of nonsense) expect(asked(query), query).toEqual(all)
  expect(asked('about=nothing&actor=julie')).toEqual({ ...all, actor: 'julie' })
})
