'use client'

import type { SubmitEvent } from 'react'
import { Button } from '#components/ui/button.tsx'
import { landing } from './landing.ts'
import { Because, InvitedAddress, NewName, NewPassword, panel, wide } from './parts.tsx'
import { useSending } from './use-sending.ts'

/** A new person; the address is that of the invitation. */
export function InvitationForm({ token, email }: { token: string; email: string }) {
  const { busy, because, start } = useSending()

  const join = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const newcomer = Object.fromEntries(new FormData(event.currentTarget))
    return start('join', '/api/v1/invitation', { token, newcomer }, landing)
  }

  return (
    <form onSubmit={join} method="post" className={`${panel} grid gap-3.5 p-4`}>
      <InvitedAddress email={email} />
      <NewName />
      <NewPassword />
      <Because>{because}</Because>
      <Button type="submit" kind="primary" disabled={busy !== null} className={wide}>
        {busy ? 'Joining…' : 'Join and sign in'}
      </Button>
    </form>
  )
}
