import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { aStorage } from '#components/shell/testing/storage.ts'

import { lookAt, lookOnce } from './own-visit.ts'

const MONDAY = Date.parse('2026-11-30T09:00:00Z')
const HOUR = 3_600_000
const PAGE = 'custom-models/19.7'

beforeEach(() => void vi.stubGlobal('localStorage', aStorage()))
afterEach(() => void vi.unstubAllGlobals())

test('the first visit of a page has none before it', () => {
  expect(lookAt(PAGE, MONDAY)).toBeNull()
})

test('a look within an hour goes on with the visit, a later one asks what came since', () => {
  lookAt(PAGE, MONDAY)
  expect(lookAt(PAGE, MONDAY + HOUR / 2)).toBeNull()
  expect(lookAt(PAGE, MONDAY + 26 * HOUR)).toBe('2026-11-30T09:30:00.000Z')
  expect(lookAt(PAGE, MONDAY + 26.5 * HOUR), 'of the same visit the same').toBe('2026-11-30T09:30:00.000Z')
})

test('each page has visits of its own', () => {
  lookAt(PAGE, MONDAY)
  expect(lookAt('custom-models/19.8', MONDAY + 48 * HOUR)).toBeNull()
})

test('what was kept in another shape, or by another program, counts as no visit', () => {
  for (const kept of ['', '{', '[]', '7', '{"at":"yesterday","since":null}', '{"at":1}']) {
    localStorage.setItem(`saydo.visit.${PAGE}`, kept)
    expect(lookAt(PAGE, MONDAY), kept).toBeNull()
  }
})

test('a browser that keeps nothing shows the page as on a first visit, each time', () => {
  vi.stubGlobal('localStorage', aStorage(false))
  expect([lookAt(PAGE, MONDAY), lookAt(PAGE, MONDAY + 48 * HOUR)]).toEqual([null, null])
})

test('while a page is open it says the same, however long it is looked at', () => {
  vi.useFakeTimers({ now: MONDAY })
  lookAt('open', MONDAY - 48 * HOUR)
  const since = lookOnce('open')
  vi.setSystemTime(MONDAY + 48 * HOUR)
  expect(lookOnce('open')).toBe(since)
  expect(since).toBe('2026-11-28T09:00:00.000Z')
  vi.useRealTimers()
})
