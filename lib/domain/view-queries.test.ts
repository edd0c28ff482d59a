import { expect, test } from 'vitest'

import { withLabelRenamed, whyNotViewTitle } from './view-queries.ts'
import { because } from './testing/because.ts'

const renamed = (query: string) => withLabelRenamed(query, 'in dev', 'workflow::in "dev"')

test('a renamed label is renamed wherever a view asks for it', () => {
  expect(renamed('type=bug&label=in+dev&sort=-weight')).toBe(
    'type=bug&label=workflow%3A%3Ain+%22dev%22&sort=-weight',
  )
  expect(renamed('label!=in+dev')).toBe('label!=workflow%3A%3Ain+%22dev%22')
  const filter = new URLSearchParams(
    renamed(new URLSearchParams({ filter: 'type:bug and not label:"in dev" or "in dev"' }).toString()),
  ).get('filter')
  expect(filter).toBe('(type:bug and not label:"workflow::in \\"dev\\"") or "in dev"')
})

test('what does not ask for the label stays to the letter, however it is written', () => {
  for (const query of [
    '',
    'q=in+dev',
    'label=in+development&columns=number,title',
    'team=in%20dev',
    'filter=label:%22in+developers%22',
    'filter=label:%22in+dev',
    'type%21=bug',
  ]) {
    expect(renamed(query)).toBe(query)
  }
})

test('of views in one list each title is there once, however it is written', () => {
  expect(whyNotViewTitle('Mine', ['Ours'])).toBeNull()
  expect(because(whyNotViewTitle('mine ', ['Ours', 'Mine']))).toBe(
    'A view “Mine” already exists. Choose another title.',
  )
})
