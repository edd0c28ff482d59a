'use client'

import { Button } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/state.tsx'
import { Refused } from '#lib/http/call.ts'
import { homeLink } from '#lib/kit/links.ts'

/** What shows where a page could not be drawn: what is known about it, and two ways on. */
export function Trouble({ error, retry }: { error: unknown; retry: () => void }) {
  const known = error instanceof Refused ? error.problem.detail : null
  return (
    <main className="pt-[14vh]">
      <Empty title={known ? 'This cannot be shown' : 'Something broke here, and it is our mistake'}>
        <p>
          {known ??
            'Nothing you did is lost. Try again; if it stays like this, tell whoever runs Saydo here.'}
        </p>
        {!known && <Digest error={error} />}
        <div className="flex gap-2">
          <Button kind="primary" onClick={retry}>
            Try again
          </Button>
          <Button kind="quiet" onClick={() => location.assign(homeLink)}>
            Go to your boards
          </Button>
        </div>
      </Empty>
    </main>
  )
}

/** The number under which the log of the server knows more. */
function Digest({ error }: { error: unknown }) {
  if (!(error instanceof Error) || !('digest' in error) || typeof error.digest !== 'string') return null
  return <p className="num text-xs text-ink-3">In the log as {error.digest}</p>
}
