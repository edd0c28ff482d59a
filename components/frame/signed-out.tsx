'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'

import { useStore } from '#components/ui/store.ts'
import { homeLink } from '#lib/kit/home-link.ts'
import { signInFrom } from '#lib/kit/links.ts'

import { session } from '#components/live/session.ts'
import { useMe } from '#components/shell/use-group.ts'

/** Says over the page that is still there why it stands still, so that nothing that was read or typed is lost. */
export function SignedOut() {
  const lost = useStore(session, (state) => state.lost)
  if (lost === null) return null
  return (
    <div
      role="alert"
      className="flex flex-none flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-warn-soft px-5 py-2 text-warn max-sm:px-3 no-print"
    >
      {lost === 'other person' && <Other />}
      {lost === 'signed out' && (
        <>
          You were signed out. What you see stays as it was.
          <SignIn>Sign in again</SignIn>
        </>
      )}
      {lost === 'no access' && (
        <>
          You no longer have access to this group. What you see stays as it was.
          <Way href={homeLink}>Go to your week</Way>
        </>
      )}
    </div>
  )
}

function Other() {
  const now = useStore(session, (state) => state.now)
  const { name } = useMe()
  return (
    <>
      <span>
        You are signed in as <b className="font-semibold">{now ?? 'another person'}</b> now. This page belongs
        to {name}, and nothing is sent from it.
      </span>
      <button
        type="button"
        className="tap font-semibold underline underline-offset-2"
        onClick={() => location.reload()}
      >
        Reload
      </button>
      <SignIn>
        Sign in as <bdi>{name}</bdi>
      </SignIn>
    </>
  )
}

function Way({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="tap font-semibold underline underline-offset-2">
      {children}
    </a>
  )
}

/** Leads back to this page. */
function SignIn({ children }: { children: ReactNode }) {
  const path = usePathname()
  const query = useSearchParams().toString()
  return <Way href={signInFrom(query === '' ? path : `${path}?${query}`)}>{children}</Way>
}
