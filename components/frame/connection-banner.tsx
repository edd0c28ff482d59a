'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useStore } from '#components/ui/store.ts'

import { refreshAll } from '#components/changes/cache-sync.ts'
import { announce } from '#components/shell/announcer.tsx'
import { isWell } from './server-health.ts'
import { liveState } from '#components/shell/live-state.ts'
import { outbox, sendWaiting } from '#components/changes/outbox.ts'
import { checkSession, session } from '#components/live/session.ts'
import { useKeptActs } from '#components/changes/outbox-storage.ts'
import { useMe } from '#components/shell/use-group.ts'

const AGAIN_MS = 2_500

/** Says that nobody answers, shows what waits to be sent, and sends it as soon as somebody does. */
export function ConnectionBanner({ group }: { group: string }) {
  const { handle } = useMe()
  const status = useStore(liveState, (state) => state.status)
  const away = useStore(outbox, (state) => state.away)
  const waiting = useStore(outbox, (state) => state.waiting)
  const lost = useStore(session, (state) => state.lost)
  const text = awayText(away === 'database' ? 'database' : status === 'offline' || away ? 'server' : null)
  useKeptActs(handle)
  useComeback(group)
  useEffect(() => {
    if (text) announce(text)
  }, [text])
  const isAtStake = waiting.length > 0 && lost === null
  useEffect(() => {
    if (!isAtStake) return undefined
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [isAtStake])
  return (
    <section
      aria-label="Connection"
      className="flex flex-none flex-col gap-1.5 border-b border-line bg-warn-soft px-5 py-2 text-warn max-sm:px-3 no-print"
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-pretty">
        <Icon name="blocked" />
        <b className="font-semibold">{text ?? (lost ? LOST[lost] : 'Sending changes …')}</b>
        <span>{waiting.length > 0 ? waitingText(waiting.length, lost !== null) : NOTHING_WAITS}</span>
      </p>
      {waiting.length > 0 && <Waiting />}
    </section>
  )
}

const LOST = {
  'signed out': 'You are signed out.',
  'other person': 'Another person is signed in.',
  'no access': 'You no longer have access to this group.',
}

const NOTHING_WAITS =
  'This page may be out of date. Changes are kept here and sent when the connection is back.'

function waitingText(count: number, isLost: boolean): string {
  const acts = count === 1 ? '1 change waits and is sent' : `${count} changes wait and are sent`
  return isLost
    ? `${acts} when you have signed in again in this tab.`
    : `${acts} when it is back. Keep this tab; it may be reloaded.`
}

function Waiting() {
  const waiting = useStore(outbox, (state) => state.waiting)
  const sending = useStore(outbox, (state) => state.sending)
  return (
    <ul aria-label="Waiting to be sent" className="flex max-h-[30vh] flex-col gap-1 overflow-y-auto">
      {waiting.map(({ key, words, discard }) => (
        <li key={key} className="flex min-h-7 items-center gap-2">
          <Icon name="clock" className="size-3.5" />
          <span className="min-w-0 truncate">{words}</span>
          {key === sending ? (
            <span className="text-xs">Sending …</span>
          ) : (
            <Button size="sm" kind="quiet" aria-label={`Discard: ${words}`} onClick={discard}>
              Discard
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function awayText(away: 'server' | 'database' | null): string | null {
  if (away === null) return null
  return away === 'server' ? 'The server cannot be reached.' : 'The database cannot be reached.'
}

/** Asks whether everything is well again, at once when the browser has its network back, and sends what waits. */
function useComeback(group: string) {
  const client = useQueryClient()
  useEffect(() => {
    let timer = 0
    const ask = async () => {
      clearTimeout(timer)
      if (navigator.onLine && (await isWell())) {
        const wasAway = outbox.get().away !== null
        outbox.set({ away: null })
        if (outbox.get().waiting.length > 0 && (await checkSession(group))) void sendWaiting()
        if (wasAway) refreshAll(client)
      }
      timer = window.setTimeout(() => !isLost() && void ask(), AGAIN_MS)
    }
    const soon = () => void ask()
    // a person who signs in again in another tab comes back to this one
    let wasLost = isLost()
    const stopHearing = session.subscribe(() => {
      if (wasLost && !isLost()) soon()
      wasLost = isLost()
    })
    window.addEventListener('online', soon)
    timer = window.setTimeout(soon, AGAIN_MS)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', soon)
      stopHearing()
    }
  }, [client, group])
}

const isLost = () => session.get().lost !== null
