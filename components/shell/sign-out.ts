import { signOut as signOutEndpoint } from '#lib/contract/sessions.ts'
import { call, Refused } from '#lib/http/call.ts'
import { signInLink } from '#lib/kit/links.ts'

import { toast } from './toasts.ts'

/** Leaves the page for good, so that nothing of it stays in memory. */
export async function signOut() {
  try {
    await call(signOutEndpoint, {})
    location.assign(signInLink)
  } catch (error) {
    if (error instanceof Refused && error.problem.code === 'signed_out') return location.assign(signInLink)
    const text =
      error instanceof Refused
        ? error.message
        : 'The server cannot be reached, so you are still signed in. Try again.'
    toast({ text, tone: 'refused' })
  }
}
