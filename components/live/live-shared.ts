import { BEAT_MS } from '#lib/contract/live.ts'
import type { LiveMessage } from '#lib/contract/live.ts'

import { newKey } from '#components/shell/new-key.ts'
import { openStream } from './live-stream.ts'
import type { Listened, News } from './live-stream.ts'
import { onComingBack, watchSilence } from './silence.ts'

const KEPT = 500
const STANDING: ReadonlySet<News['kind']> = new Set(['status', 'present', 'inbox', 'day', 'beat'])
/** The tab that listens notices before this that its stream fell silent; when it says nothing, the tab itself sleeps. */
const SILENT_MS = 3 * BEAT_MS

type Word =
  | { from: string; news: News }
  | { from: string; ask: number }
  | { from: string; to: string; missed: LiveMessage[] | null }

/** `person` keeps apart what two people may see who use one browser after the other. */
export type Whose = Listened & { start: number }

/**
 * One stream for all tabs of a browser: the tab that holds the lock listens to the server and tells the others. A tab
 * that misses a number asks for what lies between; when the one that listened goes, the next takes the lock, and when it
 * falls silent, the one that notices.
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
  const listened = { group, person }
  if (!('locks' in navigator) || !('BroadcastChannel' in window))
    return openStream(listened, () => last, take)

  const me = newKey()
  const name = `saydo.live.${group}.${person}`
  const channel = new BroadcastChannel(name)
  const leaving = new AbortController()
  const kept: LiveMessage[] = []
  /** What stays true until the next news of its kind: a tab that comes later is told it. */
  const standing = new Map<News['kind'], News>()
  /** Ends the listening of this tab; null while another listens. */
  let resign: (() => void) | null = null
  const say = (word: Word) => {
    if (!leaving.signal.aborted) channel.postMessage(word)
  }
  const ask = () => say({ from: me, ask: last })
  const silence = watchSilence(() => {
    hear({ kind: 'status', status: 'catching up' })
    void queue({ steal: true })
  })
  const stopLooking = onComingBack(silence.look)

  channel.addEventListener('message', ({ data: word }: MessageEvent<Word>) => {
    if ('ask' in word) {
      if (resign) answer(word.from, word.ask)
      return
    }
    if (!resign) silence.hear(SILENT_MS)
    if ('missed' in word) {
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
      silence.stop()
      let isLeading = true
      const close = openStream(
        listened,
        () => last,
        (news) => {
          // whether the others are signed out too is for each of them to find out
          if (news.kind === 'gone') resign?.()
          if (STANDING.has(news.kind)) standing.set(news.kind, news)
          if (news.kind === 'message') kept.push(news.message)
          if (kept.length > KEPT) kept.shift()
          take(news)
          if (isLeading) say({ from: me, news })
        },
      )
      resign = () => {
        isLeading = false
        resign = null
        close()
        resolve()
      }
    })
  /** Waits for the lock, and again when a tab took it away that heard nothing from this one. */
  const queue = async (options: LockOptions) => {
    try {
      await navigator.locks.request(name, options, lead)
    } catch {
      resign?.()
      if (leaving.signal.aborted) return
      silence.hear(SILENT_MS)
      void queue({ signal: leaving.signal })
    }
  }
  ask()
  silence.hear(SILENT_MS)
  void queue({ signal: leaving.signal })
  return () => {
    leaving.abort()
    resign?.()
    silence.stop()
    stopLooking()
    channel.close()
  }
}
