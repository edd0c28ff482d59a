import { expect, test } from 'vitest'

import { CATALOGUE } from './key-catalogue.ts'

test('no key of a page does two things', () => {
  for (const { title, hotkeys } of CATALOGUE) {
    const keys = hotkeys.flatMap((one) => one.keys)
    expect(
      keys.filter((key, at) => keys.indexOf(key) !== at),
      title,
    ).toEqual([])
  }
})

test('each part stands there once, with keys and words for each of them', () => {
  const titles = CATALOGUE.map(({ title }) => title)
  expect(new Set(titles).size).toBe(titles.length)
  for (const { title, hotkeys } of CATALOGUE) {
    expect(hotkeys.length, title).toBeGreaterThan(0)
    for (const { keys, what } of hotkeys) {
      expect(keys.length, `${title}: ${what}`).toBeGreaterThan(0)
      expect(what).toMatch(/^[A-Z]/)
    }
  }
})

test('a key that a board takes for its own is none of a card on it', () => {
  const of = (part: string) =>
    CATALOGUE.find(({ title }) => title === part)?.hotkeys.flatMap(({ keys }) => keys)
  const board = new Set(of('Board'))
  expect(of('Card')?.filter((key) => board.has(key))).toEqual([])
})
