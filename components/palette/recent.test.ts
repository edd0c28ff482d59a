import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { aStorage } from '#components/shell/testing/storage.ts'

import { recentPlaces, remember } from './recent.ts'

const visit = (title: string) => ({ title, href: `/custom-models/${title.toLowerCase()}` })
const titles = (group = 'custom-models') => recentPlaces(group).map(({ title }) => title)

beforeEach(() => void vi.stubGlobal('localStorage', aStorage()))
afterEach(() => void vi.unstubAllGlobals())

test('places are remembered the last first, each once', () => {
  for (const title of ['Build', 'Issues', 'Build']) remember('custom-models', visit(title))
  expect(titles()).toEqual(['Build', 'Issues'])
})

test('a place that was renamed since is remembered by its new title', () => {
  remember('custom-models', visit('Build'))
  remember('custom-models', { ...visit('Build'), title: 'Build board' })
  expect(titles()).toEqual(['Build board'])
})

test('only the latest few are kept, and those of another group apart', () => {
  for (let at = 1; at <= 20; at += 1) remember('custom-models', visit(`Page ${at}`))
  expect(titles()).toHaveLength(7)
  expect(titles()[0]).toBe('Page 20')
  expect(titles('others')).toEqual([])
})

test('what is kept is read with care: it leads only to pages of this site', () => {
  localStorage.setItem(
    'saydo.recent.custom-models',
    JSON.stringify([
      visit('Build'),
      { title: 'Elsewhere', href: 'https://example.org' },
      { title: 7, href: '/custom-models' },
      null,
      'Build',
    ]),
  )
  expect(titles()).toEqual(['Build'])
  for (const kept of ['', '{', '{}', 'null', '"Build"']) {
    localStorage.setItem('saydo.recent.custom-models', kept)
    expect(titles(), kept).toEqual([])
  }
})

test('a browser that keeps nothing has no recent places, and no error', () => {
  vi.stubGlobal('localStorage', aStorage(false))
  remember('custom-models', visit('Build'))
  expect(titles()).toEqual([])
  vi.stubGlobal('localStorage', undefined)
  expect(titles()).toEqual([])
})
