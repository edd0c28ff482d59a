import type { ReactNode } from 'react'

import { Logo } from '#components/ui/logo.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { Empty } from '#components/ui/state.tsx'
import { signInLink } from '#lib/kit/links.ts'

/** Round a page that is read without signing in: it leads nowhere but to the sign-in page. */
export const PublicFrame = ({ group, children }: { group: string; children: ReactNode }) => (
  <div className="mx-auto max-w-[1180px]">
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-5 py-3 max-sm:px-3 no-print">
      <Logo className="size-[22px]" />
      <span className="font-semibold">
        <bdi>{group}</bdi>
      </span>
      <span className="text-sm text-ink-2">Read-only, by a public link</span>
      <a
        href={signInLink}
        className="tap ml-auto rounded-xs font-medium text-accent underline underline-offset-2 pointer-coarse:py-2.5"
      >
        Sign in
      </a>
    </header>
    <main>
      <PageFrame className="max-w-none">{children}</PageFrame>
    </main>
  </div>
)

const SignIn = () => (
  <a href={signInLink} className="font-medium text-accent underline underline-offset-2">
    Sign in
  </a>
)

/** The same for a link that never was, was revoked, or has expired. */
export const NoSuchLink = () => (
  <main className="pt-[16vh]">
    <Empty isPage title="This link does not work">
      <p>It was revoked, has expired, or never existed. Ask the person who sent it for a new one.</p>
      <SignIn />
    </Empty>
  </main>
)

export const TooOften = () => (
  <main className="pt-[16vh]">
    <Empty isPage title="Too many requests">
      <p>This link was opened very often in the last minutes. Try again in a quarter of an hour.</p>
      <SignIn />
    </Empty>
  </main>
)
