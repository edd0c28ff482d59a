'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useStore } from '#components/ui/store.ts'

import { absorbEverything } from './absorb.ts'
import { announce } from './announcer.tsx'
import { liveState } from './live-state.ts'
import { outbox, sendWaiting } from './outbox.ts'

const AGAIN_MS = 2_500

/** Says that nobody answers, shows what waits to be sent, and sends it as soon as somebody does. */
export function ConnectionBanner() {
  const offline = useStore(liveState, ({ status }) => status === 'offline')
  const away = useStore(outbox, (state) => state.away)
  const waiting = useStore(outbox, (state) => state.waiting)
  const words = wordsFor(away === 'database' ? 'database' : offline || away ? 'server' : null)
  useComeback()
  useEffect(() => {
    if (words) announce(words)
  }, [words])
  useEffect(() => {
    if (waiting.length === 0) return undefined
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [waiting.length])
  return (
    <section
      aria-label="Connection"
      className="flex flex-none flex-col gap-1.5 border-b border-line bg-warn-soft px-5 py-2 text-warn max-sm:px-3 no-print"
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-pretty">
        <Icon name="blocked" />
        <b className="font-semibold">{words ?? 'Sending what waited …'}</b>
        <span>
          {waiting.length > 0
            ? `${waiting.length} ${waiting.length === 1 ? 'act waits and is' : 'acts wait and are'} sent when it is back. Keep this page open.`
            : 'What you see may be old. What you do waits here, and is sent when it is back.'}
        </span>
      </p>
      {waiting.length > 0 && (
        <ul aria-label="Waiting to be sent" className="flex flex-col gap-1">
          {waiting.map(({ id, words: told, answer }) => (
            <li key={id} className="flex items-center gap-2">
              <Icon name="clock" className="size-3.5" />
              <span className="min-w-0 truncate">{told}</span>
              <Button size="sm" kind="quiet" aria-label={`Discard: ${told}`} onClick={() => answer(false)}>
                Discard
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function wordsFor(away: 'server' | 'database' | null): string | null {
  if (away === null) return null
  return away === 'server' ? 'The server cannot be reached.' : 'The database cannot be reached.'
}

/** Asks whether everything is well again, at once when the browser has its network back, and sends what waits. */
function useComeback() {
  const client = useQueryClient()
  useEffect(() => {
    let timer = 0
    const ask = async () => {
      clearTimeout(timer)
      if (navigator.onLine && (await isWell())) {
        const wasAway = outbox.get().away !== null
        outbox.set({ away: null })
        sendWaiting()
        if (wasAway) absorbEverything(client)
      }
      timer = window.setTimeout(() => void ask(), AGAIN_MS)
    }
    const soon = () => void ask()
    window.addEventListener('online', soon)
    timer = window.setTimeout(soon, AGAIN_MS)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', soon)
    }
  }, [client])
}

async function isWell(): Promise<boolean> {
  try {
    return (await fetch('/api/health')).ok
  } catch {
    return false
  }
}
