'use client'

import { useEffect } from 'react'

import { createStore } from '#components/ui/store.ts'
import { readGroup } from '#lib/contract/groups.ts'
import type { GoneBecause } from '#lib/contract/live.ts'
import type { Problem } from '#lib/contract/problem.ts'
import { call, isGone } from '#lib/http/call.ts'
import { speaker } from '#lib/http/speaker.ts'

import { liveState } from '#components/shell/live-state.ts'

/**
 * Whether the person for whom the page was made is still signed in, and may still see the group. `now` is the name of
 * another person who is signed in instead.
 */
type Session = { lost: 'signed out' | 'other person' | 'no access' | null; now: string | null }

export const session = createStore<Session>({ lost: null, now: null })

function lose(lost: NonNullable<Session['lost']>, now: string | null = null) {
  session.set({ lost, now })
  liveState.set({ status: 'gone', people: [] })
}

/** An answer says so: from here on nothing is sent and nothing more is heard, until the person is back. */
function loseTo(problem: Problem & Record<string, unknown>) {
  const { name } = problem
  speaker.held = problem
  if (problem.code === 'other_person') lose('other person', typeof name === 'string' ? name : null)
  else lose('signed out')
}

speaker.onLost = loseTo

const SIGNED_OUT: Problem = {
  type: 'urn:saydo:problem:signed_out',
  title: 'Sign in first',
  status: 401,
  detail: 'You were signed out.',
  code: 'signed_out',
}

/** The live stream says so. Who is signed in instead shows when they open a page, or this one is looked at again. */
export function loseAccess(because: GoneBecause) {
  if (because === 'signed out') loseTo(SIGNED_OUT)
  else lose(because)
}

/** Asks the server whether the page is still its person's, and goes on if so. False also when nobody answers. */
export async function checkSession(group: string): Promise<boolean> {
  try {
    await call(readGroup, { group })
    speaker.held = null
    if (session.get().lost !== null) session.set({ lost: null, now: null })
    return true
  } catch (error) {
    if (isGone(error)) lose('no access')
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
