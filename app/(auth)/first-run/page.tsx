import type { Metadata } from 'next'
import Link from 'next/link'
import { reachable } from '#app/_server/reachable.tsx'
import { FirstRunForm } from '#components/sign-in/first-run-form.tsx'
import { SignInFrame } from '#components/sign-in/frame.tsx'
import { setupIsOffered } from '#db/commands/first-run.ts'
import { pool } from '#db/connection.ts'

export const metadata: Metadata = { title: 'First run' }

type Query = Promise<Record<string, string | string[] | undefined>>

export default reachable(async function FirstRunPage({ searchParams }: { searchParams: Query }) {
  const { token } = await searchParams
  if (typeof token !== 'string' || !(await setupIsOffered(pool(), token, new Date()))) {
    return (
      <SignInFrame
        title="This link no longer works"
        lead="A set-up link works once, for 24 hours. Restart Saydo to print a new one."
      >
        <p className="text-base">
          <Link href="/sign-in" className="font-medium text-accent underline underline-offset-2">
            Sign in
          </Link>
        </p>
      </SignInFrame>
    )
  }
  return (
    <SignInFrame
      title="Set up Saydo"
      lead="You are the first administrator of this installation. You add people and give them roles."
    >
      <FirstRunForm token={token} />
    </SignInFrame>
  )
})
