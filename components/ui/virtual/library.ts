'use client'

import { createStore } from '#components/ui/store.ts'

type Library = typeof import('@tanstack/react-virtual')

/** What follows long rows while they scroll, once it has come; the first rows are drawn without it. */
export const virtualLibrary = createStore<{ library: Library | null }>({ library: null })

/** Fails without a connection. */
export async function fetchLibrary(): Promise<void> {
  if (virtualLibrary.get().library) return
  virtualLibrary.set({ library: await import('@tanstack/react-virtual') })
}

// It comes right behind the page: a screen that is taller than the server assumes waits for it.
if (typeof window !== 'undefined') void fetchLibrary().catch(() => {})
