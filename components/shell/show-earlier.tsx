'use client'

import { Button } from '#components/ui/button.tsx'

import type { useEarlier } from './use-earlier.ts'

type Props = Pick<ReturnType<typeof useEarlier>, 'status' | 'showEarlier'>

/** One page further back, as long as there is one. */
export function ShowEarlier({ status, showEarlier }: Props) {
  if (!showEarlier) return null
  return (
    <p className="flex flex-wrap items-center gap-2">
      <Button
        kind="quiet"
        size="sm"
        disabledReason={status === 'reading' ? 'Loading…' : null}
        onClick={() => void showEarlier()}
      >
        Show earlier
      </Button>
      {status === 'away' && (
        <span role="alert" className="text-ink-2">
          Could not load more. Try again in a moment.
        </span>
      )}
    </p>
  )
}
