'use client'

import { useState } from 'react'
import { send } from './send.ts'

type Sending = {
  /** What is under way, named by whoever began it. */
  busy: string | null
  /** Why the last try failed, in words. */
  because: string | null
  /** Posts, then leaves for the address that `leaveFor` makes of the answer; stays busy while the browser leaves. */
  start: (
    what: string,
    path: string,
    body: object,
    leaveFor: (answer: unknown) => string | null,
  ) => Promise<void>
}

export function useSending(): Sending {
  const [busy, setBusy] = useState<string | null>(null)
  const [because, setBecause] = useState<string | null>(null)

  const start: Sending['start'] = async (what, path, body, leaveFor) => {
    setBusy(what)
    setBecause(null)
    const outcome = await send(path, body)
    const address = outcome.ok ? leaveFor(outcome.body) : null
    if (address !== null) return window.location.assign(address)
    setBusy(null)
    setBecause(outcome.ok ? 'Sign-in failed. Try again.' : outcome.because)
  }

  return { busy, because, start }
}
