'use client'

import { useEffect } from 'react'

import { createStore } from '#components/ui/store.ts'
import { readGroup } from '#lib/contract/groups.ts'
import type { Problem } from '#lib/contract/problem.ts'
import { call, isGone } from '#lib/http/call.ts'
import { speaker } from '#lib/http/speaker.ts'

import { liveState } from './live-state.ts'

/**
 * Whether the person for whom the page was made is still signed in, and may still see the group. `now` is the name of
 * another person who is signed in instead.
 */
type Session = { lost: 'signed out' | 'other person' | 'no access' | null; now: string | null }

export const session = createStore<Session>({ lost: null, now: null })

/** From here on nothing is sent and nothing more is heard, until the person is back. */
function lose(problem: Problem & Record<string, unknown>) {
  const isOther = problem.code === 'other_person'
  speaker.held = problem
  session.set({
    lost: isOther ? 'other person' : 'signed out',
    now: isOther && typeof problem['name'] === 'string' ? problem['name'] : null,
  })
  liveState.set({ status: 'gone', people: [] })
}

speaker.onLost = lose

/** Asks the server whether the page is still its person's, and goes on if so. False also when nobody answers. */
export async function checkSession(group: string): Promise<boolean> {
  try {
    await call(readGroup, { group })
    speaker.held = null
    if (session.get().lost !== null) session.set({ lost: null, now: null })
    return true
  } catch (error) {
    if (isGone(error)) {
      session.set({ lost: 'no access', now: null })
      liveState.set({ status: 'gone', people: [] })
    }
    return false
  }
}

const CHANNEL = 'saydo.session'

/** Says to the other tabs of this browser who is signed in here, and hears it from them; asks again when looked at. */
export function useSession(group: string, person: string) {
  useEffect(() => {
    const check = () => void checkSession(group)
    const onLook = () => document.visibilityState === 'visible' && session.get().lost !== null && check()
    window.addEventListener('focus', onLook)
    document.addEventListener('visibilitychange', onLook)
    const channel = 'BroadcastChannel' in window ? new BroadcastChannel(CHANNEL) : null
    channel?.addEventListener('message', ({ data }: MessageEvent<string>) => {
      if (data !== person || session.get().lost !== null) check()
    })
    channel?.postMessage(person)
    return () => {
      window.removeEventListener('focus', onLook)
      document.removeEventListener('visibilitychange', onLook)
      channel?.close()
    }
  }, [group, person])
}
