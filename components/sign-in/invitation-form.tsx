'use client'

import type { SubmitEvent } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { landing } from './landing.ts'
import { Because, NewPassword, panel, roomy, wide } from './parts.tsx'
import { useSending } from './use-sending.ts'

/** Somebody new; the address is that of the invitation. */
export function InvitationForm({ token, email }: { token: string; email: string }) {
  const { busy, because, start } = useSending()

  const join = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const newcomer = Object.fromEntries(new FormData(event.currentTarget))
    return start('join', '/api/v1/invitation', { token, newcomer }, landing)
  }

  return (
    <form onSubmit={join} method="post" className={`${panel} grid gap-3.5 p-4`}>
      <TextField
        label="E-mail address"
        type="email"
        autoComplete="username"
        value={email}
        readOnly
        hint="You sign in with it."
        className={`${roomy} bg-sunken`}
      />
      <TextField label="Name" name="name" autoComplete="name" maxLength={120} required className={roomy} />
      <TextField
        label="Handle"
        name="handle"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        pattern="[A-Za-z0-9][A-Za-z0-9._\-]*"
        title="Letters, digits, dots, underscores and hyphens"
        maxLength={64}
        hint="How others mention you: letters, digits, dots and hyphens."
        required
        className={roomy}
      />
      <NewPassword />
      <Because>{because}</Because>
      <Button type="submit" kind="primary" disabled={busy !== null} className={wide}>
        {busy ? 'Joining…' : 'Join and sign in'}
      </Button>
    </form>
  )
}
