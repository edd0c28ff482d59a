'use client'

import { useMemo, useSyncExternalStore } from 'react'

import { useMe } from './use-group.ts'

/** A text that is not sent yet, with the version it began from and the key of the attempt to send it. */
export type Draft = { text: string; version: number | null; key: string | null }

const held = new Map<string, string | null>()
/** Drafts of an earlier visit, until they are sent, discarded or written anew. */
const found = new Set<string>()
const listeners = new Set<() => void>()

/**
 * Keeps a text on this device until it is sent: over a reload, without a connection, and while its writer is signed
 * out. `place` is the same for the same field, such as `issue-12-comment`; each person has drafts of their own.
 */
export function useDraft(group: string, place: string) {
  const { handle } = useMe()
  const name = `saydo.draft.${handle}.${group}.${place}`
  const raw = useSyncExternalStore(
    subscribe,
    () => read(name),
    () => null,
  )
  const draft = useMemo(() => draftOf(raw), [raw])
  return useMemo(
    () => ({
      draft,
      wasFound: draft !== null && found.has(name),
      keep: (next: Draft) => write(name, JSON.stringify(next)),
      drop: () => write(name, null),
      /** As it is at this moment, also inside of what was begun before it was typed on. */
      latest: () => draftOf(read(name)),
    }),
    [draft, name],
  )
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function read(name: string): string | null {
  if (!held.has(name)) {
    const stored = fromDevice(name)
    held.set(name, stored)
    if (stored !== null) found.add(name)
  }
  return held.get(name) ?? null
}

/** Where the device keeps nothing, for want of room or of permission, the draft lasts as long as the page. */
function write(name: string, raw: string | null) {
  held.set(name, raw)
  if (raw === null) found.delete(name)
  try {
    if (raw === null) localStorage.removeItem(name)
    else localStorage.setItem(name, raw)
  } catch {}
  for (const listener of listeners) listener()
}

function fromDevice(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

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
