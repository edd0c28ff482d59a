import { LIVE_AWAY, LIVE_DAY, LIVE_GONE, LIVE_PRESENT, LIVE_RESET } from '#lib/contract/live.ts'
import type { LiveMessage } from '#lib/contract/live.ts'

import type { LiveStatus } from './live-state.ts'

export type News =
  | { kind: 'message'; message: LiveMessage }
  | { kind: 'reset'; number: number | null }
  | { kind: 'present'; people: string[] }
  | { kind: 'away' }
  | { kind: 'day'; day: string }
  | { kind: 'status'; status: LiveStatus }

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000

/**
 * The stream of a group from the event after `after()`, opened again for as long as it takes. While the browser
 * reconnects by itself it sends Last-Event-ID; when it gave up, we ask with the number in the address.
 */
export function openStream(group: string, after: () => number, tell: (news: News) => void): () => void {
  let source: EventSource | null = null
  let timer = 0
  let failures = 0
  const open = () => {
    clearTimeout(timer)
    source?.close()
    source = new EventSource(`/api/live?group=${encodeURIComponent(group)}&after=${after()}`)
    source.addEventListener('open', () => {
      failures = 0
      tell({ kind: 'status', status: 'live' })
    })
    source.addEventListener('message', ({ data }) => tell({ kind: 'message', message: JSON.parse(data) }))
    source.addEventListener(LIVE_PRESENT, ({ data }) =>
      tell({ kind: 'present', people: JSON.parse(data).people }),
    )
    source.addEventListener(LIVE_RESET, ({ lastEventId }) =>
      tell({ kind: 'reset', number: lastEventId === '' ? null : Number(lastEventId) }),
    )
    source.addEventListener(LIVE_AWAY, () => tell({ kind: 'away' }))
    source.addEventListener(LIVE_DAY, ({ data }) => tell({ kind: 'day', day: JSON.parse(data).day }))
    source.addEventListener(LIVE_GONE, () => {
      close()
      tell({ kind: 'status', status: 'gone' })
    })
    source.addEventListener('error', () => {
      failures += 1
      tell({ kind: 'status', status: failures > 2 || !navigator.onLine ? 'offline' : 'catching up' })
      if (source?.readyState !== EventSource.CLOSED) return
      timer = window.setTimeout(open, Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS))
    })
  }
  const close = () => {
    clearTimeout(timer)
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
