'use client'

import { Button } from '#components/ui/button.tsx'

import type { TextEdit } from './use-text-edit.ts'

type Props = { what: string; edit: Pick<TextEdit, 'aside' | 'bringBack' | 'dismissAside'> }

/** Beside a text for which a person gave up their own version: it stays within reach until they dismiss it. */
export function SetAside({ what, edit }: Props) {
  if (edit.aside === null) return null
  return (
    <section
      aria-label={`Your version of ${what}`}
      className="flex flex-col gap-1.5 rounded-sm border border-line bg-sunken px-2.5 py-1.5"
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2">
        Your version of {what} is kept on this device.
        <Button size="sm" onClick={edit.bringBack}>
          Restore mine
        </Button>
        <Button kind="quiet" size="sm" onClick={edit.dismissAside}>
          Dismiss
        </Button>
      </p>
      <details className="text-xs">
        <summary className="cursor-pointer text-ink-2">What you wrote</summary>
        <p className="max-h-48 overflow-y-auto pt-1 font-mono whitespace-pre-wrap wrap-anywhere">
          {edit.aside}
        </p>
      </details>
    </section>
  )
}
