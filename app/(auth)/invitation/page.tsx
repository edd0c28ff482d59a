import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { tokenOf } from '#app/_server/auth/cookie.ts'
import { reachable } from '#app/_server/reachable.tsx'
import { InvitationForm } from '#components/sign-in/invitation-form.tsx'
import { InvitationJoin } from '#components/sign-in/invitation-join.tsx'
import { InvitationPassword } from '#components/sign-in/invitation-password.tsx'
import { SignInFrame } from '#components/sign-in/frame.tsx'
import { pool } from '#db/connection.ts'
import { invitationOf } from '#db/queries/invitations.ts'
import { whoIs } from '#db/queries/sessions.ts'
import { roleTitle } from '#lib/domain/roles.ts'

export const metadata: Metadata = { title: 'Invitation' }

type Query = Promise<Record<string, string | string[] | undefined>>

export default reachable(async function InvitationPage({ searchParams }: { searchParams: Query }) {
  const [{ token }, now] = [await searchParams, new Date()]
  const open = typeof token === 'string' ? await invitationOf(pool(), token, now) : null
  if (!open || typeof token !== 'string') {
    return (
      <SignInFrame
        title="This link no longer works"
        lead="An invitation works once, for seven days. Ask the person who invited you for a new one."
      >
        <p className="text-base">
          <Link href="/sign-in" className="font-medium text-accent underline underline-offset-2">
            Sign in
          </Link>
        </p>
      </SignInFrame>
    )
  }
  const { group, by, role, email, person, known } = open
  const lead = `${by} invites you as ${roleTitle(role)}.`
  if (known) {
    return (
      <SignInFrame title={`${group.name} knows you`} lead={`${by} invites you, ${known.name}, to sign in.`}>
        <InvitationPassword token={token} email={email} />
      </SignInFrame>
    )
  }
  if (!person) {
    return (
      <SignInFrame title={`Join ${group.name}`} lead={lead}>
        <InvitationForm token={token} email={email} />
      </SignInFrame>
    )
  }
  const session = tokenOf((await headers()).get('cookie'))
  const who = session ? await whoIs(pool(), session, null, now) : null
  return (
    <SignInFrame title={`Join ${group.name}`} lead={lead}>
      <InvitationJoin token={token} name={person.name} isHere={who?.personId === person.id} />
    </SignInFrame>
  )
})
