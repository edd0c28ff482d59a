import { expect, test } from 'vitest'

import { changed } from './changed.ts'
import { factSentence } from './facts/sentence.ts'
import { FACTS } from './facts/facts.ts'

test('what had no value is set, what had one is changed, and what has none now was removed', () => {
  expect(changed('weight', null, 3, '#12')).toBe('set the weight of #12 to 3')
  expect(changed('weight', undefined, 0, '#12'), 'nothing is a value, zero is one').toBe(
    'set the weight of #12 to 0',
  )
  expect(changed('weight', 0, 3, '#12')).toBe('changed the weight of #12 from 0 to 3')
  expect(changed('weight', 3, null, '#12')).toBe('removed the weight 3 from #12')
  expect(changed('milestone', null, null, '#12'), 'where it is not known what it was').toBe(
    'removed the milestone from #12',
  )
})

test('each fact of an issue tells its values in the words of menus', () => {
  for (const fact of Object.values(FACTS)) {
    if (fact.kind === 'flag') {
      expect(factSentence(fact, { from: false, to: true }, '#12')).toBe(`made #12 ${fact.words.yes}`)
      expect(factSentence(fact, { from: true, to: false }, '#12')).toBe(`made #12 ${fact.words.no}`)
      continue
    }
    const [value, title] =
      fact.kind === 'choice' ? (Object.entries(fact.titles)[0] ?? []) : ['2026-12-24', '2026-12-24']
    expect(factSentence(fact, { from: null, to: value }, '#12')).toBe(
      `set the ${fact.title} of #12 to ${title}`,
    )
    expect(factSentence(fact, { from: value, to: null }, '#12')).toBe(
      `removed the ${fact.title} ${title} from #12`,
    )
  }
})
