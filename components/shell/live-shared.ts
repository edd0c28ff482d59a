import type { LiveMessage } from '#lib/contract/live.ts'

import { newKey } from './new-key.ts'
import { openStream } from './live-stream.ts'
import type { News } from './live-stream.ts'

const KEPT = 500
const STANDING: ReadonlySet<News['kind']> = new Set(['status', 'present', 'day'])

type Word =
  | { from: string; news: News }
  | { from: string; ask: number }
  | { from: string; to: string; missed: LiveMessage[] | null }

/** `person` keeps apart what two people may see who use one browser after the other. */
export type Whose = { group: string; person: string; start: number }

/**
 * One stream for all tabs of a browser: the tab that holds the lock listens to the server and tells the others. A tab
 * that misses a number asks for what lies between; when the one that listened goes, the next takes the lock.
 */
export function shareStream({ group, person, start }: Whose, hear: (news: News) => void): () => void {
  let last = start
  const take = (news: News) => {
    if (news.kind === 'message') {
      if (news.message.number <= last) return
      last = news.message.number
    }
    if (news.kind === 'reset' && news.number !== null) last = Math.max(last, news.number)
    hear(news)
  }
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) return openStream(group, () => last, take)

  const me = newKey()
  const name = `saydo.live.${group}.${person}`
  const channel = new BroadcastChannel(name)
  const leaving = new AbortController()
  const kept: LiveMessage[] = []
  /** What stays true until the next news of its kind: a tab that comes later is told it. */
  const standing = new Map<News['kind'], News>()
  let leading = false
  const say = (word: Word) => {
    if (!leaving.signal.aborted) channel.postMessage(word)
  }
  const ask = () => say({ from: me, ask: last })

  channel.addEventListener('message', ({ data: word }: MessageEvent<Word>) => {
    if ('ask' in word) {
      if (leading) answer(word.from, word.ask)
    } else if ('missed' in word) {
      if (word.to !== me) return
      if (word.missed === null) take({ kind: 'reset', number: null })
      else for (const message of word.missed) take({ kind: 'message', message })
    } else if (word.news.kind === 'message' && word.news.message.number > last + 1) ask()
    else take(word.news)
  })
  const answer = (to: string, after: number) => {
    const oldest = kept[0]?.number ?? last + 1
    const missed = after + 1 >= oldest || after >= last ? kept.filter(({ number }) => number > after) : null
    say({ from: me, to, missed })
    for (const news of standing.values()) say({ from: me, news })
  }
  const lead = () =>
    new Promise<void>((resolve) => {
      // the lock may be granted in the moment of leaving
      if (leaving.signal.aborted) return resolve()
      leading = true
      const close = openStream(
        group,
        () => last,
        (news) => {
          // whether the others are signed out too is for each of them to find out
          if (news.kind === 'status' && news.status === 'gone') resign()
          if (STANDING.has(news.kind)) standing.set(news.kind, news)
          if (news.kind === 'message') kept.push(news.message)
          if (kept.length > KEPT) kept.shift()
          take(news)
          if (leading) say({ from: me, news })
        },
      )
      const resign = () => {
        leading = false
        close()
        resolve()
      }
      leaving.signal.addEventListener('abort', resign)
    })
  ask()
  navigator.locks.request(name, { signal: leaving.signal }, lead).catch(() => {})
  return () => {
    leaving.abort()
    channel.close()
  }
}
