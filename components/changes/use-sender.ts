'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import { liveState } from '#components/shell/live-state.ts'
import { Refused } from '#lib/http/call.ts'

type State = {
  /** `waiting`: nobody answered; it is sent again as soon as somebody can. */
  status: 'idle' | 'sending' | 'waiting'
  errorText: string | null
  /** What the server said no with, where a rule did. */
  refusal: Refused['problem'] | null
}

const IDLE: State = { status: 'idle', errorText: null, refusal: null }
const AGAIN_MS = 5_000

/**
 * Sends a text, and again while nobody answers: the attempt carries one key, so that it happens once. `run` throws what
 * the server said; a refusal is for whoever wrote it to read.
 */
export function useSender() {
  const [state, setState] = useState(IDLE)
  const attempt = useRef<(() => Promise<void>) | null>(null)
  const isBusy = useRef(false)
  const send = useCallback(async (run: () => Promise<void>) => {
    if (isBusy.current) return
    isBusy.current = true
    attempt.current = run
    setState((now) => (now.status === 'waiting' ? now : { ...IDLE, status: 'sending' }))
    try {
      await run()
      setState(IDLE)
    } catch (error) {
      setState(attempt.current === run ? stateAfter(error) : IDLE)
    } finally {
      isBusy.current = false
    }
  }, [])
  const stop = useCallback(() => {
    attempt.current = null
    setState(IDLE)
  }, [])
  const isWaiting = state.status === 'waiting'
  useEffect(() => {
    if (!isWaiting) return
    const again = () => void (attempt.current && send(attempt.current))
    const onLive = () => liveState.get().status === 'live' && again()
    const leave = liveState.subscribe(onLive)
    const timer = setInterval(again, AGAIN_MS)
    window.addEventListener('online', again)
    return () => {
      leave()
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [isWaiting, send])
  return { ...state, send, stop }
}

function stateAfter(error: unknown): State {
  if (!(error instanceof Refused) || error.problem.status === 503) {
    return {
      ...IDLE,
      status: 'waiting',
      errorText: 'Connection lost. Your text is kept here and sent when the connection is back.',
    }
  }
  if (error.problem.code === 'signed_out') {
    return {
      ...IDLE,
      errorText: 'You are signed out. Sign in again to send it; your text is kept here.',
    }
  }
  if (error.problem.code === 'other_person') {
    return { ...IDLE, errorText: `${error.problem.detail} Your text is kept here.` }
  }
  return { ...IDLE, errorText: error.problem.detail, refusal: error.problem }
}
