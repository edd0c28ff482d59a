import { signInLink } from '#lib/kit/links.ts'

import { toast } from './toasts.ts'

/** Leaves the page for good, so that nothing of it stays in memory. */
export async function signOut() {
  try {
    await fetch('/api/v1/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    location.assign(signInLink)
  } catch {
    toast({ text: 'The server cannot be reached, so you are still signed in. Try again.', tone: 'refused' })
  }
}
