'use client'

import { useStore } from '#components/ui/store.ts'
import { signInLink } from '#lib/kit/links.ts'

import { liveState } from './live-state.ts'

/** Says it over the page that is still there, so that nothing one was reading is lost. */
export function SignedOut() {
  const gone = useStore(liveState, (state) => state.status === 'gone')
  if (!gone) return null
  return (
    <div role="alert" className="flex flex-none items-center gap-2 bg-warn-soft px-5 py-2 text-warn no-print">
      You were signed out. What you see stays as it was.
      <a href={signInLink} className="font-semibold underline underline-offset-2">
        Sign in again
      </a>
    </div>
  )
}
