import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { seesDemo } from '#app/_server/auth/demo.ts'
import { localPath } from '#app/_server/auth/local-path.ts'
import { providers } from '#app/_server/auth/providers.ts'
import { reachable } from '#app/_server/reachable.tsx'
import { DemoPeople } from '#components/sign-in/demo-people.tsx'
import { SignInFrame } from '#components/sign-in/frame.tsx'
import { Because } from '#components/sign-in/parts.tsx'
import { PasswordForm } from '#components/sign-in/password-form.tsx'
import { ProviderButtons } from '#components/sign-in/provider-buttons.tsx'
import { errorTextOf } from '#components/sign-in/error-text.ts'
import { pool } from '#db/connection.ts'
import { demoPeople } from '#db/queries/demo-people.ts'
import { someoneCanSignIn } from '#db/queries/accounts.ts'

export const metadata: Metadata = { title: 'Sign in' }

type Query = Promise<Record<string, string | string[] | undefined>>

export default reachable(async function SignInPage({ searchParams }: { searchParams: Query }) {
  const { next: requested, error } = await searchParams
  const next = localPath(requested)
  const people = seesDemo(await headers()) ? await demoPeople(pool()) : []
  const demo = people.length > 0
  const configured = providers()
  return (
    <SignInFrame
      title={demo ? 'Choose a sample person' : 'Sign in'}
      lead="What your group committed to, who drives it, and what was done."
    >
      <Because>{errorTextOf(error)}</Because>
      {demo && <DemoPeople people={people} next={next} />}
      {configured.length > 0 && <ProviderButtons providers={configured} next={next} />}
      {(!demo || (await someoneCanSignIn(pool()))) && <PasswordForm next={next} />}
      {demo && (
        <p className="text-xs text-pretty text-ink-3">
          The demo runs on this machine only and needs no password.
        </p>
      )}
    </SignInFrame>
  )
})
