'use client'

import { Button } from '#components/ui/button.tsx'
import { landing } from './landing.ts'
import { Because, panel, wide } from './parts.tsx'
import { useSending } from './use-sending.ts'

type Props = { token: string; name: string; /** Signed in as the one who is invited. */ isHere: boolean }

/** A person who has an account: one press when they are signed in, the sign-in page when they are not. */
export function InvitationJoin({ token, name, isHere }: Props) {
  const { busy, because, start } = useSending()
  const join = () => start('join', '/api/v1/invitation', { token }, landing)
  if (!isHere) {
    return (
      <div className={`${panel} grid gap-3.5 p-4`}>
        <p className="text-base text-pretty">
          The invitation is for the account of <bdi>{name}</bdi>. Sign in with it to join.
        </p>
        <a
          href={`/sign-in?next=${encodeURIComponent(`/invitation?token=${token}`)}`}
          className="font-medium text-accent underline underline-offset-2"
        >
          Sign in to join
        </a>
      </div>
    )
  }
  return (
    <div className={`${panel} grid gap-3.5 p-4`}>
      <p className="text-base text-pretty">
        You are signed in as <bdi>{name}</bdi>.
      </p>
      <Because>{because}</Because>
      <Button kind="primary" disabled={busy !== null} className={wide} onClick={() => void join()}>
        {busy ? 'Joining…' : 'Join the group'}
      </Button>
    </div>
  )
}
