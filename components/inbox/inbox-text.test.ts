import { expect, test } from 'vitest'

import { besideTitle, isCalm, nameOfSubject, REASONS } from './inbox-text.ts'

const about = (
  kind: 'issue' | 'epic' | 'milestone' | 'team' | 'person' | 'model',
  key: string,
  title: string,
) => ({
  subject: { kind, key, title, open: true },
})

test('an issue is called by its number, everything else by its title', () => {
  expect(nameOfSubject(about('issue', '12', 'Slow model list'))).toBe('#12')
  expect(nameOfSubject(about('milestone', '19-8', '19.8'))).toBe('19.8')
  expect(nameOfSubject(about('person', 'julie', 'Julie Huang'))).toBe('Julie Huang')
})

test('beside a title stands what it is, where the title does not say it', () => {
  expect(besideTitle(about('issue', '12', 'Slow model list'))).toBe('#12')
  expect(besideTitle(about('team', '1', 'Gateway Services'))).toBe('functional team')
  expect(besideTitle(about('person', 'julie', 'Julie Huang'))).toBe('')
  expect(besideTitle(about('model', '3', 'Falcon'))).toBe('model')
})

test('only what is told for information asks for nothing', () => {
  const kinds = Object.keys(REASONS).filter((kind) => isCalm(kind as keyof typeof REASONS))
  expect(kinds.toSorted()).toEqual(['informed', 'watched'])
  expect(new Set(Object.values(REASONS)).size, 'each reason has words of its own').toBe(
    Object.keys(REASONS).length,
  )
})
