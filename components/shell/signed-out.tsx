'use client'

import { usePathname, useSearchParams } from 'next/navigation'

import { useStore } from '#components/ui/store.ts'
import { signInFrom } from '#lib/kit/links.ts'

import { liveState } from './live-state.ts'

/** Says it over the page that is still there, so that nothing one was reading is lost. */
export function SignedOut() {
  const gone = useStore(liveState, (state) => state.status === 'gone')
  return gone ? <Way /> : null
}

/** The door leads back to where one is. */
function Way() {
  const path = usePathname()
  const query = useSearchParams().toString()
  return (
    <div role="alert" className="flex flex-none items-center gap-2 bg-warn-soft px-5 py-2 text-warn no-print">
      You were signed out. What you see stays as it was.
      <a
        href={signInFrom(query === '' ? path : `${path}?${query}`)}
        className="font-semibold underline underline-offset-2"
      >
        Sign in again
      </a>
    </div>
  )
}
