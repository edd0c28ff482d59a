'use client'

import { useEffect } from 'react'

import { ask } from '#lib/http/call.ts'

import { placeOf } from './use-has-stored.ts'
import { Discarded, outbox, sendWaiting, waitInOutbox } from './outbox.ts'
import type { Act } from './outbox.ts'
import { toast } from '#components/shell/toasts.ts'

/** Keeps what waits with the tab, each person's apart, and goes on with what an earlier visit left. */
export function useKeptActs(person: string) {
  useEffect(() => {
    const place = placeOf(person)
    for (const act of read(place)) {
      if (!outbox.get().waiting.some(({ key }) => key === act.key)) void resume(act)
    }
    write(place)
    if (outbox.get().away === null) void sendWaiting()
    return outbox.subscribe(() => write(place))
  }, [person])
}

/** What it changed comes by the stream, as from anybody. */
async function resume(act: Act) {
  const { method, path, input, key, words } = act
  try {
    await waitInOutbox(act, () => ask({ method, path }, input, { key }))
    toast({ text: words })
  } catch (error) {
    if (!(error instanceof Discarded))
      toast({ text: `Not done: ${words} ${wordsOf(error)}`, tone: 'refused' })
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : '')

/** Where the tab keeps nothing, for want of room or of permission, acts wait as long as the page does. */
function write(place: string) {
  const acts = outbox
    .get()
    .waiting.map(({ method, path, input, key, words }): Act => ({ method, path, input, key, words }))
  try {
    if (acts.length === 0) sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, JSON.stringify(acts))
  } catch {}
}

function read(place: string): Act[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isAct) : []
  } catch {
    return []
  }
}

function isAct(value: unknown): value is Act {
  if (typeof value !== 'object' || value === null) return false
  const facts = new Map<string, unknown>(Object.entries(value))
  const isNamed = ['method', 'path', 'key', 'words'].every((name) => typeof facts.get(name) === 'string')
  return isNamed && typeof facts.get('input') === 'object' && facts.get('input') !== null
}
