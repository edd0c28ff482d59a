import {
  BEAT_MS,
  LIVE_AWAY,
  LIVE_BEAT,
  LIVE_DAY,
  LIVE_GONE,
  LIVE_INBOX,
  LIVE_PRESENT,
  LIVE_RESET,
  LIVE_ROOM,
} from '#lib/contract/live.ts'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { countInbox } from '#lib/contract/inbox-count.ts'
import type { GoneBecause, LiveMessage } from '#lib/contract/live.ts'
import { PERSON } from '#lib/http/speaker.ts'

import type { LiveStatus } from '#components/shell/live-state.ts'
import { onComingBack, watchSilence } from './silence.ts'

type Waiting = OutputOf<typeof countInbox>

export type News =
  | { kind: 'message'; message: LiveMessage }
  | { kind: 'reset'; number: number | null }
  | { kind: 'present'; people: string[] }
  | { kind: 'room' }
  | { kind: 'inbox'; waiting: Waiting }
  | { kind: 'away' }
  | { kind: 'day'; day: string }
  | { kind: 'beat'; build: string }
  | { kind: 'status'; status: LiveStatus }
  | { kind: 'gone'; because: GoneBecause }
  /** The stream is not opened for whoever asks. */
  | { kind: 'refused' }

/** What is listened to, and for whom. */
export type Listened = { group: string; person: string }

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000
/** A stream that is asked for opens at once, or whoever stands between says nothing. */
const OPENING_MS = 10_000

/**
 * The stream of a group from the event after `after()`, opened again for as long as it takes: also when it breaks off
 * without a word, which is known by the beats that do not come. While the browser reconnects by itself it sends
 * Last-Event-ID; when it gave up, we ask with the number in the address.
 */
export function openStream(
  { group, person }: Listened,
  after: () => number,
  tell: (news: News) => void,
): () => void {
  let source: EventSource | null = null
  let timer = 0
  let failures = 0
  const fail = () => {
    failures += 1
    tell({ kind: 'status', status: failures > 2 || !navigator.onLine ? 'offline' : 'catching up' })
  }
  const silence = watchSilence(() => {
    // a stream that did not even open is nobody's answer; one that was open may be found again at once
    const isOpening = source?.readyState === EventSource.CONNECTING
    fail()
    if (isOpening) tell({ kind: 'status', status: 'offline' })
    open()
  })
  const open = () => {
    clearTimeout(timer)
    source?.close()
    silence.hear(OPENING_MS)
    const query = new URLSearchParams({ group, [PERSON.query]: person, after: String(after()) })
    const opened = new EventSource(`/api/live?${query}`)
    source = opened
    const on = (name: string, take: (event: MessageEvent<string>) => void) =>
      opened.addEventListener(name, (event: MessageEvent<string>) => {
        silence.hear(2 * BEAT_MS)
        take(event)
      })
    on('open', () => {
      failures = 0
      tell({ kind: 'status', status: 'live' })
    })
    on('message', ({ data }) => tell({ kind: 'message', message: JSON.parse(data) }))
    on(LIVE_BEAT, ({ data }) => tell({ kind: 'beat', build: JSON.parse(data).build }))
    on(LIVE_PRESENT, ({ data }) => tell({ kind: 'present', people: JSON.parse(data).people }))
    on(LIVE_RESET, ({ lastEventId }) =>
      tell({ kind: 'reset', number: lastEventId === '' ? null : Number(lastEventId) }),
    )
    on(LIVE_INBOX, ({ data }) => tell({ kind: 'inbox', waiting: JSON.parse(data) }))
    on(LIVE_ROOM, () => tell({ kind: 'room' }))
    on(LIVE_AWAY, () => tell({ kind: 'away' }))
    on(LIVE_DAY, ({ data }) => tell({ kind: 'day', day: JSON.parse(data).day }))
    on(LIVE_GONE, ({ data }) => {
      close()
      tell({ kind: 'gone', because: JSON.parse(data).because })
    })
    opened.addEventListener('error', () => {
      fail()
      silence.hear(OPENING_MS)
      if (opened.readyState !== EventSource.CLOSED) return
      silence.stop()
      timer = window.setTimeout(open, Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS))
      tell({ kind: 'refused' })
    })
  }
  const stopLooking = onComingBack(silence.look)
  const close = () => {
    clearTimeout(timer)
    silence.stop()
    stopLooking()
    source?.close()
    window.removeEventListener('online', open)
    window.removeEventListener('offline', lose)
  }
  // a stream that is cut off does not always say so at once
  const lose = () => tell({ kind: 'status', status: 'offline' })
  window.addEventListener('online', open)
  window.addEventListener('offline', lose)
  open()
  return close
}
