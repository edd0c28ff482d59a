'use client'

import { useEffect, useMemo, useSyncExternalStore } from 'react'

import { livingTabs, ownTab } from './tab.ts'
import { useMe } from './use-group.ts'

/** A text that is not sent yet, with the version it began from and the key of the attempt to send it. */
export type Draft = { text: string; version: number | null; key: string | null }

/** What this page shows, by place: also where the device keeps nothing. */
const held = new Map<string, string | null>()
/** Drafts of an earlier visit, until they are sent, discarded or written anew. */
const found = new Set<string>()
const listeners = new Set<() => void>()

/**
 * Keeps a text on this device until it is sent: over a reload, without a connection, and while its writer is signed
 * out. `place` is the same for the same field, such as `issue-12-comment`; each person has drafts of their own, and each
 * tab, so that what is sent in one takes nothing from what is typed in another. What a closed tab left is taken over by
 * the next one that comes to the place.
 */
export function useDraft(group: string, place: string) {
  const { handle } = useMe()
  const name = `saydo.draft.${handle}.${group}.${place}`
  const raw = useSyncExternalStore(
    subscribe,
    () => held.get(name) ?? null,
    () => null,
  )
  useEffect(() => void take(name), [name])
  const draft = useMemo(() => draftOf(raw), [raw])
  return useMemo(
    () => ({
      draft,
      wasFound: draft !== null && found.has(name),
      keep: (next: Draft) => void write(name, JSON.stringify(next)),
      drop: () => void write(name, null),
      /** As it is at this moment, also inside of what was begun before it was typed on. */
      latest: () => draftOf(held.get(name) ?? null),
    }),
    [draft, name],
  )
}

/** The places of a group, beginning so, at which this tab or another one keeps a text on this device. */
export function useKeptPlaces(group: string, start: string): readonly string[] {
  const { handle } = useMe()
  const names = `saydo.draft.${handle}.${group}.`
  const found = useSyncExternalStore(
    subscribe,
    () => placesKept(names, start),
    () => '',
  )
  return useMemo(() => (found === '' ? [] : found.split(' ')), [found])
}

/** As one text, which is equal to itself while nothing changes; no place has a space in it. */
function placesKept(names: string, start: string): string {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${names}${start}`))
    return [...new Set(keys.map((key) => key.slice(names.length, key.lastIndexOf('@'))))].toSorted().join(' ')
  } catch {
    return ''
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function hold(name: string, raw: string | null) {
  held.set(name, raw)
  if (raw === null) found.delete(name)
  for (const listener of listeners) listener()
}

/** Where the device keeps nothing, for want of room or of permission, the draft lasts as long as the page. */
async function write(name: string, raw: string | null) {
  hold(name, raw)
  const tab = await ownTab()
  // what was written since is written already, or about to be
  const latest = held.get(name) ?? null
  try {
    if (latest === null) localStorage.removeItem(keyOf(name, tab))
    else localStorage.setItem(keyOf(name, tab), latest)
  } catch {}
}

/** Shows what this tab kept at a place, otherwise what one left there that is closed by now. */
async function take(name: string) {
  if ((held.get(name) ?? null) !== null) return
  const [tab, living] = [await ownTab(), await livingTabs()]
  if ((held.get(name) ?? null) !== null) return
  try {
    const own = keyOf(name, tab)
    const key = keptAt(name).find((key) => key === own) ?? keptAt(name).find((key) => !living.has(tabOf(key)))
    const raw = key === undefined ? null : localStorage.getItem(key)
    if (key === undefined || raw === null) return
    if (key !== own) {
      localStorage.setItem(own, raw)
      localStorage.removeItem(key)
    }
    found.add(name)
    hold(name, raw)
  } catch {}
}

const keyOf = (name: string, tab: string) => `${name}@${tab}`
const tabOf = (key: string) => key.slice(key.lastIndexOf('@') + 1)
const keptAt = (name: string) =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(`${name}@`))
    .toSorted()

function draftOf(raw: string | null): Draft | null {
  if (raw === null) return null
  try {
    const { text, version, key }: Record<string, unknown> = JSON.parse(raw)
    if (typeof text !== 'string') return null
    return {
      text,
      version: typeof version === 'number' ? version : null,
      key: typeof key === 'string' ? key : null,
    }
  } catch {
    return null
  }
}
