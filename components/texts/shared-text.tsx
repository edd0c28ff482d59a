'use client'

import { Button } from '#components/ui/button.tsx'
import type { SharedText } from '#components/ui/hooks/use-shared-text.ts'

import { ComparedTexts } from './text-diff.tsx'

/** Above a text in a dialog: what others made of it meanwhile, and one's own that gave way to it. */
export function OthersText({ what, shared }: { what: string; shared: SharedText }) {
  const { theirs, aside } = shared
  if (theirs !== null)
    return (
      <div role="alert" className="flex flex-col gap-2 rounded-sm border border-line-strong p-3">
        <p className="font-medium">Another person edited {what} while you were editing.</p>
        <ComparedTexts
          left={{ title: 'Yours', text: shared.text }}
          right={{ title: 'Theirs', text: theirs }}
        />
        <div className="flex flex-wrap gap-2">
          <Button onClick={shared.keepMine}>Keep mine</Button>
          <Button onClick={shared.takeTheirs}>Take theirs</Button>
        </div>
      </div>
    )
  if (aside === null) return null
  return (
    <p className="flex flex-wrap items-center gap-2 rounded-sm bg-sunken px-2.5 py-1 text-ink-2">
      Your version is still here.
      <Button size="sm" onClick={shared.bringBack}>
        Restore mine
      </Button>
      <Button kind="quiet" size="sm" onClick={shared.dismiss}>
        Dismiss
      </Button>
    </p>
  )
}

/** Why a text cannot be saved before a person decided between the two. */
export const UNDECIDED = 'Another person edited this text. Choose a version first.'
