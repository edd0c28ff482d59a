import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { onComingBack, watchSilence } from './silence.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  vi.stubGlobal('window', Object.assign(new EventTarget(), { setTimeout }))
  vi.stubGlobal('document', new EventTarget())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function watched() {
  const noticed: number[] = []
  const silence = watchSilence(() => void noticed.push(Date.now()))
  return { silence, noticed }
}

test('silence is noticed once the next word is overdue, and once only', () => {
  const { silence, noticed } = watched()
  silence.hear(1_000)
  vi.advanceTimersByTime(10_000)
  expect(noticed).toEqual([1_000])
})

test('each word begins the wait anew, and says itself how long the next may take', () => {
  const { silence, noticed } = watched()
  silence.hear(1_000)
  vi.advanceTimersByTime(900)
  silence.hear(5_000)
  vi.advanceTimersByTime(4_999)
  expect(noticed).toEqual([])
  vi.advanceTimersByTime(1)
  expect(noticed).toEqual([5_900])
})

test('while nothing is waited for nothing is overdue', () => {
  const { silence, noticed } = watched()
  silence.look()
  silence.hear(1_000)
  silence.stop()
  vi.advanceTimersByTime(60_000)
  silence.look()
  expect(noticed).toEqual([])
})

test('after a sleep of the machine it is noticed at once, however late the timer runs', () => {
  const { silence, noticed } = watched()
  silence.hear(1_000)
  vi.setSystemTime(3_600_000)
  silence.look()
  expect(noticed).toEqual([3_600_000])
})

test('a look before the time is over changes nothing', () => {
  const { silence, noticed } = watched()
  silence.hear(1_000)
  vi.advanceTimersByTime(400)
  silence.look()
  vi.advanceTimersByTime(599)
  expect(noticed).toEqual([])
  vi.advanceTimersByTime(1)
  expect(noticed).toEqual([1_000])
})

test('a person who may have come back is looked after in each way, until the page stops it', () => {
  let looks = 0
  const stop = onComingBack(() => (looks += 1))
  for (const name of ['focus', 'online', 'pageshow']) window.dispatchEvent(new Event(name))
  document.dispatchEvent(new Event('visibilitychange'))
  expect(looks).toBe(4)
  stop()
  for (const name of ['focus', 'online', 'pageshow']) window.dispatchEvent(new Event(name))
  expect(looks).toBe(4)
})
