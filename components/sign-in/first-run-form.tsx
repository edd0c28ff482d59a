'use client'

import type { SubmitEvent } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Because, NewName, NewPassword, panel, roomy, wide } from './parts.tsx'
import { useSending } from './use-sending.ts'

/** The first administrator; `token` is what the set-up link carried. */
export function FirstRunForm({ token }: { token: string }) {
  const { busy, because, start } = useSending()

  const setUp = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = Object.fromEntries(new FormData(event.currentTarget))
    return start('set-up', '/api/v1/first-run', { ...given, token }, () => '/')
  }

  return (
    <form onSubmit={setUp} method="post" className={`${panel} grid gap-3.5 p-4`}>
      <NewName />
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        maxLength={254}
        required
        className={roomy}
      />
      <NewPassword />
      <Because>{because}</Because>
      <Button type="submit" kind="primary" disabled={busy !== null} className={wide}>
        {busy ? 'Setting up…' : 'Set up and sign in'}
      </Button>
    </form>
  )
}
