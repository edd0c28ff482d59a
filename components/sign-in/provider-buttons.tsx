'use client'

import { Button } from '#components/ui/button.tsx'
import { Because, wide } from './parts.tsx'
import { useSending } from './use-sending.ts'

type Provider = { id: string; name: string }

/** The ways to sign in that this installation has beside the password; the browser leaves for the provider and comes back. */
export function ProviderButtons({ providers, next }: { providers: readonly Provider[]; next: string }) {
  const { busy, because, start } = useSending()
  const leave = (provider: string) => start(provider, '/api/auth/sign-in/social', { provider, next }, urlOf)

  return (
    <div className="grid gap-2">
      {providers.map(({ id, name }) => (
        <Button key={id} disabled={busy !== null} onClick={() => leave(id)} className={wide}>
          {busy === id ? `Opening ${name}…` : `Sign in with ${name}`}
        </Button>
      ))}
      <Because>{because}</Because>
    </div>
  )
}

function urlOf(answer: unknown): string | null {
  return typeof answer === 'object' && answer !== null && 'url' in answer && typeof answer.url === 'string'
    ? answer.url
    : null
}
