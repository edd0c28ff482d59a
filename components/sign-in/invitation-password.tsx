'use client'

import type { SubmitEvent } from 'react'
import { Button } from '#components/ui/button.tsx'
import { landing } from './landing.ts'
import { Because, InvitedAddress, NewPassword, panel, wide } from './parts.tsx'
import { useSending } from './use-sending.ts'

/** A person whom the group knows already: all that is missing is a password. */
export function InvitationPassword({ token, email }: { token: string; email: string }) {
  const { busy, because, start } = useSending()
  const join = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = new FormData(event.currentTarget).get('password')
    return start('join', '/api/v1/invitation', { token, password }, landing)
  }
  return (
    <form onSubmit={join} method="post" className={`${panel} grid gap-3.5 p-4`}>
      <InvitedAddress email={email} />
      <NewPassword />
      <Because>{because}</Because>
      <Button type="submit" kind="primary" disabled={busy !== null} className={wide}>
        {busy ? 'Signing in…' : 'Set the password and sign in'}
      </Button>
    </form>
  )
}
