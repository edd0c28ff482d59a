'use client'

import type { SubmitEvent } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Because, panel, roomy, wide } from './parts.tsx'
import { useSending } from './use-sending.ts'

export function PasswordForm({ next }: { next: string }) {
  const { busy, because, start } = useSending()

  const enter = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = Object.fromEntries(new FormData(event.currentTarget))
    return start('password', '/api/v1/sign-in', given, () => next)
  }

  return (
    <form
      onSubmit={enter}
      method="post"

      className={`${panel} grid gap-3.5 p-4`}
    >
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        required
        className={roomy}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        className={roomy}
      />
      <Because>{because}</Because>
      <Button type="submit" kind="primary" disabled={busy !== null} className={wide}>
        {busy ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  )
}
