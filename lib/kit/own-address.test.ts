import { expect, test } from 'vitest'

import { shortAddress } from './own-address.ts'

const at = 'https://saydo.example.com'
const short = (path: string) =>
  shortAddress(`${at}${path}`, { origin: at, group: 'models', boards: [{ slug: 'build', title: 'Build' }] })

test('an issue and an epic are their marks', () => {
  expect(short('/models/issues/12')).toBe('#12')
  expect(short('/models/issues/12/')).toBe('#12')
  expect(short('/models/epics/3')).toBe('&3')
})

test('a comment and a board are links with words', () => {
  expect(short('/models/issues/12#comment-5')).toBe(`[a comment on #12](${at}/models/issues/12#comment-5)`)
  expect(short('/models/boards/build?milestone=18.9')).toBe(
    `[Build board](${at}/models/boards/build?milestone=18.9)`,
  )
})

test('what is elsewhere, or says more than its mark would, stays as it is', () => {
  for (const path of [
    '/others/issues/12',
    '/models/issues/12?tab=1',
    '/models/issues/x',
    '/models/boards/gone',
    '/',
  ])
    expect(short(path)).toBeNull()
  expect(
    shortAddress('https://example.org/models/issues/12', { origin: at, group: 'models', boards: [] }),
  ).toBeNull()
  expect(shortAddress('no address', { origin: at, group: 'models', boards: [] })).toBeNull()
})
