'use client'

import { toast } from '#components/shell/toasts.ts'
import { Button } from '#components/ui/button.tsx'
import { updatesMarkdown } from '#lib/domain/updates/assembled.ts'

import type { AssembledItem } from './assembled-items.ts'

type Props = { group: string; on: string; items: readonly AssembledItem[] }

/** Copies what stands there as Markdown in the handbook’s format; its links lead back to the address of this page. */
export const CopyUpdates = ({ group, on, items }: Props) => (
  <Button
    kind="quiet"
    size="sm"
    className="no-print"
    aria-label="Copy as Markdown"
    disabledReason={items.length === 0 ? 'There are no updates to copy.' : null}
    onClick={() => void copy({ group, on, items })}
  >
    <CopyIcon />
    Copy
  </Button>
)

async function copy({ group, on, items }: Props): Promise<void> {
  try {
    await navigator.clipboard.writeText(updatesMarkdown(items, { on, group, origin: location.origin }))
    toast({ text: 'Copied the updates as Markdown.' })
  } catch {
    toast({
      text: 'The browser blocked copying. Allow access to the clipboard and try again.',
      tone: 'refused',
    })
  }
}

const CopyIcon = () => (
  <svg
    viewBox="0 0 16 16"
    aria-hidden="true"
    className="size-3.5 fill-none stroke-current"
    strokeWidth={1.5}
    strokeLinejoin="round"
  >
    <path d="M6 6h7.5v7.5H6zM10 6V2.5H2.5V10H6" />
  </svg>
)
