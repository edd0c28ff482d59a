import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { BEAT_MS } from '#lib/contract/live.ts'

import { shareStream } from './live-shared.ts'
import { openStream } from './live-stream.ts'
import type { News } from './live-stream.ts'

vi.mock('./live-stream.ts', () => ({ openStream: vi.fn() }))

/** The streams that tabs have opened to the server, each with what tells its news; closed ones are gone. */
const streams: { after: () => number; tell: (news: News) => void }[] = []

/** All tabs of one browser: a channel is heard by all others of its name, a lock held by one, and others wait or steal. */
class Channel extends EventTarget {
  static all = new Set<Channel>()
  readonly name: string
  constructor(name: string) {
    super()
    this.name = name
    Channel.all.add(this)
  }
  postMessage(data: unknown) {
    for (const other of Channel.all)
      if (other !== this && other.name === this.name)
        other.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }))
  }
  close = () => void Channel.all.delete(this)
}

type Waiter = { run: () => void; stop: (why: Error) => void }
let holder: { stop: (why: Error) => void } | null = null
let waiters: Waiter[] = []

function next() {
  holder = null
  waiters.shift()?.run()
}

const locks = {
  request: (_: string, { steal, signal }: LockOptions, lead: () => Promise<void>) =>
    new Promise<void>((resolve, reject) => {
      const run = () => {
        const mine = { stop: reject }
        holder = mine
        void lead().then(() => {
          if (holder === mine) next()
          resolve()
        })
      }
      const waiter = { run, stop: reject }
      signal?.addEventListener('abort', () => {
        waiters = waiters.filter((one) => one !== waiter)
        reject(new Error('aborted'))
      })
      if (steal) {
        holder?.stop(new Error('stolen'))
        run()
      } else if (holder) waiters.push(waiter)
      else run()
    }),
}

beforeEach(() => {
  vi.useFakeTimers()
  streams.length = 0
  holder = null
  waiters = []
  Channel.all.clear()
  vi.stubGlobal('navigator', { locks, onLine: true })
  vi.stubGlobal('BroadcastChannel', Channel)
  vi.stubGlobal('window', Object.assign(new EventTarget(), { setTimeout, BroadcastChannel: Channel }))
  vi.stubGlobal('document', new EventTarget())
  vi.mocked(openStream).mockImplementation((_, after, tell) => {
    const stream = { after, tell }
    streams.push(stream)
    return () => void streams.splice(streams.indexOf(stream), 1)
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const message = (number: number): News => ({
  kind: 'message',
  message: { number, type: 'issue.weighed', actor: 'julie', sentence: '', issue: 1, card: null },
})

/** A tab that has read the group up to a number; what it heard since, as numbers and kinds. */
function tab(start = 10, person = 'julie') {
  const heard: (number | string)[] = []
  const leave = shareStream({ group: 'models', person, start }, (news) =>
    heard.push(
      news.kind === 'message' ? news.message.number : news.kind === 'status' ? news.status : news.kind,
    ),
  )
  return { heard, leave }
}
const settled = () => vi.advanceTimersByTimeAsync(0)

test('tabs of one browser listen by one stream, and each hears what it brings', async () => {
  const [one, other] = [tab(), tab()]
  await settled()
  expect(streams).toHaveLength(1)
  streams[0]?.tell(message(11))
  streams[0]?.tell(message(12))
  expect([one.heard, other.heard]).toEqual([
    [11, 12],
    [11, 12],
  ])
})

test('a message that is told twice is heard once', async () => {
  const { heard } = tab()
  await settled()
  for (const number of [11, 11, 10, 12]) streams[0]?.tell(message(number))
  expect(heard).toEqual([11, 12])
})

test('a tab that comes later is told what it missed, and what still stands', async () => {
  tab()
  await settled()
  streams[0]?.tell({ kind: 'status', status: 'live' })
  streams[0]?.tell(message(11))
  streams[0]?.tell(message(12))
  const later = tab(11)
  await settled()
  expect(later.heard).toEqual([12, 'live'])
})

test('a tab that knows less than is kept reads everything anew', async () => {
  tab(10)
  await settled()
  streams[0]?.tell(message(11))
  const old = tab(3)
  await settled()
  expect(old.heard[0]).toBe('reset')
})

test('when the tab that listens is closed the next one takes over, from where it has read', async () => {
  const [first, second] = [tab(), tab()]
  await settled()
  streams[0]?.tell(message(11))
  first.leave()
  await settled()
  expect(streams).toHaveLength(1)
  expect(streams[0]?.after()).toBe(11)
  streams[0]?.tell(message(12))
  expect(second.heard).toEqual([11, 12])
})

test('a tab that hears nothing any more takes over, and says that it is catching up', async () => {
  const [asleep, awake] = [tab(), tab()]
  await settled()
  const [before] = streams
  await vi.advanceTimersByTimeAsync(3 * BEAT_MS)
  expect(awake.heard).toContain('catching up')
  expect(streams).toHaveLength(1)
  expect(streams[0]).not.toBe(before)
  streams[0]?.tell(message(11))
  expect(awake.heard.at(-1)).toBe(11)
  expect(asleep.heard.at(-1), 'and tells the one that slept').toBe(11)
})

test('two people who use one browser after the other hear nothing of each other', async () => {
  const [julie, cindy] = [tab(10, 'julie'), tab(10, 'cindy')]
  await settled()
  streams[0]?.tell(message(11))
  expect([julie.heard, cindy.heard]).toEqual([[11], []])
})

test('a tab that was left hears nothing more, and holds nothing', async () => {
  const { heard, leave } = tab()
  await settled()
  const tell = streams[0]?.tell
  leave()
  await settled()
  expect(streams).toEqual([])
  expect(Channel.all.size).toBe(0)
  expect(tell).toBeDefined()
  expect(heard).toEqual([])
})

test('a browser without locks listens with each tab', async () => {
  vi.stubGlobal('navigator', { onLine: true })
  const [one, other] = [tab(), tab()]
  expect(streams).toHaveLength(2)
  streams[0]?.tell(message(11))
  expect([one.heard, other.heard]).toEqual([[11], []])
})
